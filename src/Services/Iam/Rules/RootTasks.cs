using Orrery.Wire.Generated.Iam;

namespace Orrery.Services.Iam.Rules;

/// <summary>
/// The tasks of root users that AssumeRoot serves, by the managed policies that hold sessions to them. Sources: STS API
/// Reference, AssumeRoot; IAM User Guide, "AWS managed policies for IAM". Which feature opens which task follows from
/// the guide's "Centralize root access for member accounts".
/// </summary>
internal static class RootTasks
{
    /// <summary>The path of their policies, which can be attached to nobody.</summary>
    public const string Path = "/root-task/";

    /// <summary>What has to be enabled for a task; null where the policy is that of no task.</summary>
    public static FeatureType? FeatureOf(string policyArn) => Name(policyArn) switch
    {
        "IAMAuditRootUserCredentials" or "IAMCreateRootUserPassword" or "IAMDeleteRootUserCredentials" =>
            FeatureType.RootCredentialsManagement,
        "S3UnlockBucketPolicy" or "SQSUnlockQueuePolicy" => FeatureType.RootSessions,
        _ => null,
    };

    private static string Name(string arn)
    {
        var start = AwsPolicies.ArnOf(Path, "");
        return arn.StartsWith(start, StringComparison.Ordinal) ? arn[start.Length..] : "";
    }
}
