using System.Text.Json.Nodes;

namespace Orrery.CodeGen.Distilling;

/// <summary>Reduces AWS's service models to facts: no documentation, no endpoint rules, no examples.</summary>
internal sealed class Distiller(string data)
{
    /// <summary>The models that Orrery keeps.</summary>
    private static readonly string[] Services =
    [
        "accessanalyzer", "application-autoscaling", "autoscaling", "budgets", "ce", "cloudformation", "cloudfront",
        "cloudtrail", "cloudwatch", "compute-optimizer", "config", "cost-optimization-hub", "dms", "dynamodb", "ec2",
        "elasticache", "elbv2", "events", "fis", "guardduty", "iam", "kms", "lambda", "logs", "organizations",
        "pricing", "ram", "rds", "route53", "s3", "s3control", "savingsplans", "scheduler", "secretsmanager",
        "securityhub", "sns", "sqs",
        "ssm", "sts", "wafv2",
    ];

    private static readonly HashSet<string> Dropped =
    [
        "documentation", "documentationUrl", "deprecated", "deprecatedMessage", "deprecatedSince", "contextParam",
        "staticContextParams", "operationContextParams", "box", "synthetic", "exception", "wrapper", "xmlOrder",
        "serviceFullName", "serviceAbbreviation", "uid", "readonly", "idempotent",
        "endpointdiscovery", "endpointoperation", "requestcompression", "name", "retryable", "signatureVersion",
        "globalEndpoint", "checksumFormat", "unsignedPayload",
    ];

    /// <summary>Writes one file a service.</summary>
    public int Run(string target)
    {
        Directory.CreateDirectory(target);
        foreach (var service in Services)
        {
            var model = BotocoreData.Read(data, service, "service-2.json")!;
            var paginators = BotocoreData.Read(data, service, "paginators-1.json");
            var distilled = new JsonObject
            {
                ["metadata"] = Reduced(model["metadata"]!),
                ["operations"] = Sorted(model["operations"]!.AsObject()),
                ["paginators"] = Sorted(paginators?["pagination"]?.AsObject() ?? []),
                ["shapes"] = Sorted(model["shapes"]!.AsObject()),
            };
            File.WriteAllText(Path.Combine(target, service + ".json"), ModelText.Format(distilled));
            Console.WriteLine($"{service}: {distilled["operations"]!.AsObject().Count} operations");
        }

        return 0;
    }

    private static JsonObject Sorted(JsonObject entries)
    {
        var sorted = new JsonObject();
        foreach (var (name, value) in entries.OrderBy(e => e.Key, StringComparer.Ordinal))
        {
            sorted[name] = Entry(value!.AsObject());
        }

        return sorted;
    }

    // Routing puts operations that are not deprecated first. "exception" tells error shapes from others also where
    // the model gives no error facts; keep that as an empty "error".
    private static JsonNode Entry(JsonObject entry)
    {
        var reduced = Reduced(entry).AsObject();
        if (entry["http"] is not null && entry["deprecated"] is not null) reduced["deprecated"] = true;
        if (entry["exception"] is not null && reduced["error"] is null) reduced["error"] = new JsonObject();
        return reduced;
    }

    private static JsonNode Reduced(JsonNode node)
    {
        switch (node)
        {
            case JsonObject entry:
                var kept = new JsonObject();
                foreach (var (name, value) in entry)
                {
                    if (name == "members" || name == "pagination") kept[name] = Members(value!.AsObject());
                    else if (!Dropped.Contains(name) && value is not null) kept[name] = Reduced(value);
                }

                return kept;
            case JsonArray list: return new JsonArray([.. list.Select(item => Reduced(item!))]);
            default: return node.DeepClone();
        }
    }

    // Here the keys are members' names, which may be the same as a fact's.
    private static JsonObject Members(JsonObject members)
    {
        var kept = new JsonObject();
        foreach (var (name, value) in members) kept[name] = Reduced(value!);
        return kept;
    }
}
