using Orrery.Contracts.Regions;
using Orrery.Core;
using Orrery.Kernel.State;

namespace Orrery.Services.Ec2.Rules.Endpoints;

/// <summary>
/// ARNs of topics: <c>arn:aws:sns:REGION:ACCOUNT:NAME</c>. Source: Amazon SNS API Reference, CreateTopic.
/// </summary>
internal static class TopicArn
{
    /// <summary>The account and region of a topic, or null where the text is no ARN of one.</summary>
    public static Scope? ScopeOf(string arn) =>
        arn.Split(':') is ["arn", "aws", "sns", var region, var account, var name]
        && RegionCatalog.Find(region) is not null
        && AccountNumber.Is(account)
        && name.Length is > 0 and <= 256
        && name.All(c => char.IsAsciiLetterOrDigit(c) || c is '-' or '_' or '.')
            ? new Scope(account, region)
            : null;
}
