using Orrery.Kernel.State;

namespace Orrery.Services.Logs.Rules;

/// <summary>ARNs of log groups and streams. Source: CloudWatch Logs User Guide, "CloudWatch Logs resources".</summary>
internal static class Arns
{
    /// <summary>The ARN of a log group, without the star at the end.</summary>
    public static string Group(Scope scope, string name) =>
        $"arn:aws:logs:{scope.Region}:{scope.Account}:log-group:{name}";

    /// <summary>The ARN of a log stream.</summary>
    public static string Stream(Scope scope, string group, string stream) =>
        $"{Group(scope, group)}:log-stream:{stream}";

    /// <summary>The scope and name in the ARN of a log group, with or without the star; null where it is none.</summary>
    public static (Scope Scope, string Name)? Parse(string arn) =>
        arn.Split(':') is ["arn", _, "logs", var region, var account, "log-group", { Length: > 0 } name, .. var rest]
        && rest is [] or ["*"]
            ? (new Scope(account, region), name)
            : null;
}
