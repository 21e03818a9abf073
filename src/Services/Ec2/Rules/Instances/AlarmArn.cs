namespace Orrery.Services.Ec2.Rules.Instances;

/// <summary>
/// The ARNs of EC2's alarm actions, in their two forms. Source: botocore documentation of PutMetricAlarm, AlarmActions.
/// </summary>
internal static class AlarmArn
{
    private const string Prefix = "action/actions/AWS_EC2.InstanceId.";
    private const string Suffix = "/1.0";

    /// <summary>Whether an ARN means to be one.</summary>
    public static bool Means(string arn) => arn.Split(':', 6) is ["arn", _, var service, _, var account, var rest]
        && (service == "automate" ? account == "ec2" : service == "swf" && rest.StartsWith(Prefix,
            StringComparison.Ordinal));

    /// <summary>What an ARN of a region and account says to do; null where it is none.</summary>
    public static AlarmVerb? Read(string arn, string region, string account)
    {
        foreach (var verb in Enum.GetValues<AlarmVerb>())
        {
            var name = verb.ToString();
            if (arn == $"arn:aws:automate:{region}:ec2:{name.ToLowerInvariant()}"
                || arn == $"arn:aws:swf:{region}:{account}:{Prefix}{name}{Suffix}")
            {
                return verb;
            }
        }

        return null;
    }
}
