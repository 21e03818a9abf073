using Orrery.Authorization.Facts;
using Orrery.Contracts.Identity;
using Orrery.Kernel.Calls;

namespace Orrery.Authorization.Requests;

/// <summary>Makes ARNs of what requests name resources by: names, ids, paths, URLs and ARNs.</summary>
internal static class Spelling
{
    private const int ArnParts = 6;
    private const string ObjectMark = "/object/";
    private const string AnyStream = ":log-stream:";

    /// <summary>What stands before the version in what a copy is made of.</summary>
    public const string VersionMark = "?versionId=";

    /// <summary>The ARN of a resource.</summary>
    /// <param name="call">The call.</param>
    /// <param name="service">The service.</param>
    /// <param name="type">The type.</param>
    /// <param name="facts">What is known of the type.</param>
    /// <param name="names">The parts of its name.</param>
    public static string Arn(ReadCall call, string service, string type, TypeFacts facts, string[] names)
    {
        // A key may look like an ARN or like a template and is neither, and all of its slashes count.
        if (service == "s3") return Stored(call, ObjectNames(type, names));
        if (IsArn(names[^1]))
            return (IsAlsoOtherwise(service) ? Told(call, service, type, names[^1]) : null)
                ?? Known(service, type, names[^1]);
        var account = call.Account;
        if (service == "sqs")
        {
            (account, var queue) = Queue(names, account);
            names = [queue];
        }
        else
        {
            for (var i = 0; i < names.Length; i++) names[i] = Plain(names[i]);
            if (Told(call, service, type, string.Join('|', names)) is { } arn) return arn;
            if (service == "events" && names is ["default", var rule]) names = [rule];
            if (service == "application-autoscaling") names = ["*"];
        }

        return Filled(facts.Arn, call.Region, account, names);
    }

    /// <summary>An ARN for all resources of a type.</summary>
    public static string All(ReadCall call, TypeFacts facts) => Filled(facts.Arn, call.Region, call.Account, ["*"]);

    /// <summary>Whether a text is an ARN.</summary>
    public static bool IsArn(string text) => text.StartsWith("arn:", StringComparison.Ordinal);

    /// <summary>A part of an ARN, from 0; empty where it has fewer.</summary>
    public static string Part(string arn, int index) =>
        arn.Split(':', ArnParts) is { Length: ArnParts } parts ? parts[index] : "";

    // A bucket, or what is used through an access point.
    private static string Stored(ReadCall call, string[] names)
    {
        if (call.FindPort<IStoreAccess>()?.PointOf(call, names[0]) is not { } point)
            return $"arn:aws:s3:::{string.Join('/', names)}";
        return names.Length == 1 ? point : $"{point}/object/{string.Join('/', names[1..])}";
    }

    // What a copy is made of is one text: bucket and key, percent-encoded, perhaps with a version.
    private static string[] ObjectNames(string type, string[] names)
    {
        if (type != "object" || names is not [var source]) return names;
        var version = source.LastIndexOf(VersionMark, StringComparison.Ordinal);
        var text = Uri.UnescapeDataString(version < 0 ? source : source[..version]).TrimStart('/');
        var key = IsArn(text) ? text.IndexOf(ObjectMark, StringComparison.Ordinal) : -1;
        return key < 0 ? text.Split('/', 2) : [text[..key], text[(key + ObjectMark.Length)..]];
    }

    // ARNs that clients write in several ways, and those of what belongs to the resource.
    private static string Known(string service, string type, string arn)
    {
        if (service == "sns") return string.Join(':', arn.Split(':').Take(ArnParts));
        if (service != "logs" || type != "log-group") return arn;
        var group = arn.EndsWith(":*", StringComparison.Ordinal) ? arn[..^2] : arn;
        return group + AnyStream;
    }

    // Services whose requests may name a resource by an ARN that is not its own: aliases, ARNs without their end.
    private static bool IsAlsoOtherwise(string service) => service is "kms" or "secretsmanager" or "ssm";

    private static string? Told(ReadCall call, string service, string type, string name)
    {
        foreach (var port in call.PortsOf<IResourceFacts>())
        {
            if (port.Service == service && port.ArnOf(call, type, name) is { } arn) return arn;
        }

        return null;
    }

    // Of a bus that is named by its ARN, the name; of a provider's URL, what follows the scheme.
    private static string Plain(string name)
    {
        if (IsArn(name)) return name[(name.LastIndexOfAny(['/', ':']) + 1)..];
        var scheme = name.IndexOf("://", StringComparison.Ordinal);
        return scheme < 0 ? name : name[(scheme + 3)..];
    }

    private static (string Account, string Name) Queue(string[] names, string account)
    {
        if (names is [var owner, var name]) return (owner, name);
        var parts = names[0].TrimEnd('/').Split('/');
        return parts.Length > 1 && parts[^2] is { Length: 12 } of && of.All(char.IsAsciiDigit)
            ? (of, parts[^1])
            : (account, parts[^1]);
    }

    // The variables take the parts of the name in order; the last takes what is left, as a path.
    private static string Filled(string template, string region, string account, string[] names)
    {
        var text = template
            .Replace("${Partition}", "aws", StringComparison.Ordinal)
            .Replace("${Region}", region, StringComparison.Ordinal)
            .Replace("${Account}", account, StringComparison.Ordinal);
        var free = text.Split("${").Length - 1;
        var missing = Math.Max(0, free - names.Length);
        for (var i = 0; i < free; i++)
        {
            var start = text.IndexOf("${", StringComparison.Ordinal);
            var end = text.IndexOf('}', StringComparison.Ordinal);
            var part = i < missing ? "*"
                : i == free - 1 ? Path(names[(i - missing)..])
                : names[i - missing];
            text = string.Concat(text.AsSpan(0, start), part, text.AsSpan(end + 1));
        }

        return text;
    }

    private static string Path(string[] parts) =>
        string.Join('/', parts.Select(p => p.Trim('/')).Where(p => p.Length > 0));
}
