using Orrery.Kernel.State;
using Orrery.Services.Events.Records;

namespace Orrery.Services.Events.Rules.Buses;

/// <summary>The ARNs of EventBridge and its scheduler.</summary>
internal static class Names
{
    /// <summary>The name of the bus that every account has in every region.</summary>
    public const string Default = "default";

    private const string BusPart = "event-bus/";

    /// <summary>The ARN of a bus.</summary>
    public static string Bus(Scope scope, string name) => Arn(scope, "events", BusPart + name);

    /// <summary>The ARN of a rule; on the default bus it does not name the bus.</summary>
    public static string Rule(Scope scope, RuleRecord rule) =>
        Arn(scope, "events", rule.Bus == Default ? $"rule/{rule.Name}" : $"rule/{rule.Bus}/{rule.Name}");

    /// <summary>The ARN of an archive.</summary>
    public static string Archive(Scope scope, string name) => Arn(scope, "events", $"archive/{name}");

    /// <summary>The ARN of a replay.</summary>
    public static string Replay(Scope scope, string name) => Arn(scope, "events", $"replay/{name}");

    /// <summary>The ARN of a schedule.</summary>
    public static string Schedule(Scope scope, string group, string name) =>
        Arn(scope, "scheduler", $"schedule/{group}/{name}");

    /// <summary>The ARN of a group of schedules.</summary>
    public static string Group(Scope scope, string name) => Arn(scope, "scheduler", $"schedule-group/{name}");

    /// <summary>Account, region and name of a bus by its ARN; null where the ARN is of nothing like it.</summary>
    public static (Scope Scope, string Name)? BusOf(string arn) =>
        Parts(arn, "events") is { } parts && parts.Resource.StartsWith(BusPart, StringComparison.Ordinal)
            ? (parts.Scope, parts.Resource[BusPart.Length..])
            : null;

    /// <summary>Account, region and resource of an ARN of a service.</summary>
    public static (Scope Scope, string Resource)? Parts(string arn, string service)
    {
        var parts = arn.Split(':', 6);
        return parts.Length == 6 && parts[0] == "arn" && parts[2] == service
            ? (new Scope(parts[4], parts[3]), parts[5])
            : null;
    }

    private static string Arn(Scope scope, string service, string resource) =>
        $"arn:aws:{service}:{scope.Region}:{scope.Account}:{resource}";
}
