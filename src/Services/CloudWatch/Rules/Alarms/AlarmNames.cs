using Orrery.Kernel.State;

namespace Orrery.Services.CloudWatch.Rules.Alarms;

/// <summary>Names and ARNs of alarms.</summary>
internal static class AlarmNames
{
    private const string Resource = "alarm:";

    /// <summary>The ARN of an alarm.</summary>
    public static string Arn(Scope scope, string name) =>
        $"arn:aws:cloudwatch:{scope.Region}:{scope.Account}:{Resource}{name}";

    /// <summary>The name in an ARN, or the name that it is.</summary>
    public static string Of(string nameOrArn) => OfArn(nameOrArn) ?? nameOrArn;

    /// <summary>The name of the alarm with an ARN; null where it is no ARN of an alarm.</summary>
    public static string? OfArn(string arn)
    {
        var parts = arn.Split(':', 6);
        return parts is ["arn", _, "cloudwatch", _, _, ['a', 'l', 'a', 'r', 'm', ':', ..]]
            ? parts[5][Resource.Length..]
            : null;
    }
}
