"""Steps a second, by processor time, of M013 and M012 as a model of radCAD and of cadCAD, whichever this Python has.

    python3 simulation.py STEPS RUNS

Prints one line of JSON: {"radCAD": {"rate": 12345.6, "supply": 223970000000000, "rows": 26100}}. The step is the one that `supplyPath`
computes: four types of transactions with a minimum fee, the split over four pools, regrowth, and the burn; in whole numbers, which Python has
exact. Both keep every state of every run, as they do by default; neither copies states (radCAD: deepcopy=False, cadCAD: local mode has no
such choice). The fastest way to write it that we found: one policy for all of it, and variables that take what it says.
"""

import contextlib
import io
import json
import logging
import sys
import time

STEPS, RUNS = (int(text) for text in sys.argv[1:3])

# Value in uregen, messages, and the rate as a fraction.
MARKET = (
    (1_900_000_000_000, 50, 1, 50),
    (1_000_000_000_000, 20, 1, 1000),
    (2_000_000_000_000, 40, 1, 200),
    (5_100_000_000_000, 100, 1, 100),
)
NAMES = ("supply", "minted", "fees", "burned", "validator", "community", "agent")
STATE = {name: 0 for name in NAMES} | {"supply": 224_000_000_000_000}
PARAMS = {"market": [MARKET], "min_fee": [1_000_000], "cap": [221_000_000_000_000]}


def step(params, substep, history, state, **_):
    """The fees of a period and their four parts, what is minted, and the supply after both."""
    least = params["min_fee"]
    fees = burned = community = agent = 0
    for value, messages, num, den in params["market"]:
        fee = value * num // (den * messages)
        if fee < least:
            fee = least
        fees += fee * messages
        burned += fee * 3 // 10 * messages
        community += fee // 4 * messages
        agent += fee // 20 * messages
    supply = state["supply"]
    gap = params["cap"] - supply
    minted = gap * 2 // 100 if gap > 0 else 0
    return {
        "supply": supply + minted - burned,
        "minted": minted,
        "fees": fees,
        "burned": burned,
        "validator": fees - burned - community - agent,
        "community": community,
        "agent": agent,
    }


def setter(name):
    return lambda params, substep, history, state, signal, **_: (name, signal[name])


BLOCKS = [{"policies": {"step": step}, "variables": {name: setter(name) for name in NAMES}}]


def timed(run):
    start = time.process_time()
    with contextlib.redirect_stdout(io.StringIO()), contextlib.redirect_stderr(io.StringIO()):
        rows = run()
    seconds = time.process_time() - start
    return {"rate": STEPS * RUNS / seconds, "supply": rows[-1]["supply"], "rows": len(rows)}


def radcad():
    from radcad import Backend, Engine, Model, Simulation

    model = Model(initial_state=STATE, state_update_blocks=BLOCKS, params=PARAMS)
    simulation = Simulation(model=model, timesteps=STEPS, runs=RUNS)
    simulation.engine = Engine(backend=Backend.SINGLE_PROCESS, deepcopy=False)
    return timed(simulation.run)


def cadcad():
    from cadCAD.configuration import Experiment
    from cadCAD.configuration.utils import config_sim
    from cadCAD.engine import ExecutionContext, ExecutionMode, Executor

    experiment = Experiment()
    experiment.append_model(
        model_id="bench",
        sim_configs=config_sim({"N": RUNS, "T": range(STEPS), "M": PARAMS}),
        initial_state=STATE,
        partial_state_update_blocks=BLOCKS,
    )
    context = ExecutionContext(ExecutionMode().local_mode)
    return timed(lambda: Executor(exec_context=context, configs=experiment.configs).execute()[0])


if __name__ == "__main__":
    logging.disable(logging.CRITICAL)
    found = {}
    for name, measure in (("radCAD", radcad), ("cadCAD", cadcad)):
        try:
            with contextlib.redirect_stdout(io.StringIO()):
                found[name] = measure()
        except ImportError:
            pass
    print(json.dumps(found))
