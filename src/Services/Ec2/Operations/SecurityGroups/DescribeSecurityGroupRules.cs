using Orrery.Kernel.Calls;
using Orrery.Operations;
using Orrery.Services.Ec2.Kinds;
using Orrery.Services.Ec2.Listing;
using Orrery.Services.Ec2.Records;
using Orrery.Services.Ec2.Views;
using Orrery.Wire.Generated.Ec2;

namespace Orrery.Services.Ec2.Operations.SecurityGroups;

/// <summary>Lists security group rules. Filters: EC2 API Reference, DescribeSecurityGroupRules.</summary>
public sealed class DescribeSecurityGroupRules
    : IReadOperation<DescribeSecurityGroupRulesRequest, DescribeSecurityGroupRulesResult>
{
    private static readonly Filters<SecurityGroupRuleRecord> Filters = new Filters<SecurityGroupRuleRecord>()
        .Indexed(
            "group-id",
            rule => [rule.GroupId.Value],
            (call, group) => call.Read(Tables.SecurityGroupRules).By(Tables.RulesByGroup, group))
        .One("security-group-rule-id", rule => rule.Id.Value)
        .Tags(rule => rule.Id.Value);

    /// <inheritdoc/>
    public DescribeSecurityGroupRulesResult Run(DescribeSecurityGroupRulesRequest request, ReadCall call)
    {
        var query = new ListQuery(request.SecurityGroupRuleIds, request.Filters, request.MaxResults, request.NextToken);
        var page = Lister.List(call, Ec2Kinds.SecurityGroupRule, Filters, query);
        return new()
        {
            SecurityGroupRules = page.As(rule => SecurityGroupRuleView.Of(rule, call)),
            NextToken = page.NextToken,
        };
    }
}
