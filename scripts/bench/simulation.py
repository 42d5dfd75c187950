"""Steps a second, by processor time, of M012 and M013 as a model of cadCAD and of radCAD, whichever this Python has.

Prints one line of JSON: {"radCAD": 12345.6}. The model is the supply and the four pools alone, in floating point.
"""

import contextlib
import io
import json
import logging
import time

STEPS = 260
RUNS = 8

STATE = {"supply": 224e6, "burn": 0.0, "validator": 0.0, "community": 0.0, "agent": 0.0, "minted": 0.0}
PARAMS = {"volume": [500_000.0], "rate": [0.01], "price": [0.05], "cap": [221e6], "regrowth": [0.02]}


def fees(params, substep, history, state, **_):
    """The fees of a week in REGEN, and their four parts."""
    total = params["volume"] * params["rate"] / params["price"]
    return {"burn": total * 0.3, "validator": total * 0.4, "community": total * 0.25, "agent": total * 0.05}


def set_supply(params, substep, history, state, signal, **_):
    gap = params["cap"] - state["supply"]
    return "supply", state["supply"] + max(0.0, params["regrowth"] * gap) - signal["burn"]


def set_minted(params, substep, history, state, signal, **_):
    return "minted", max(0.0, params["regrowth"] * (params["cap"] - state["supply"]))


def set_pool(name):
    return lambda params, substep, history, state, signal, **_: (name, signal[name])


BLOCKS = [
    {
        "policies": {"fees": fees},
        "variables": {
            "supply": set_supply,
            "minted": set_minted,
            **{name: set_pool(name) for name in ("burn", "validator", "community", "agent")},
        },
    }
]


def timed(run):
    start = time.process_time()
    with contextlib.redirect_stdout(io.StringIO()), contextlib.redirect_stderr(io.StringIO()):
        run()
    return STEPS * RUNS / (time.process_time() - start)


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
    return timed(lambda: Executor(exec_context=context, configs=experiment.configs).execute())


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
