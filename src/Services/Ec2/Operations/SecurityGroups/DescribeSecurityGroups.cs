using Orrery.Kernel.Calls;
using Orrery.Operations;
using Orrery.Services.Ec2.Kinds;
using Orrery.Services.Ec2.Listing;
using Orrery.Services.Ec2.Records;
using Orrery.Services.Ec2.Rules.SecurityGroups;
using Orrery.Services.Ec2.Views;
using Orrery.Wire.Generated.Ec2;

namespace Orrery.Services.Ec2.Operations.SecurityGroups;

/// <summary>Lists security groups. Filters: EC2 API Reference, DescribeSecurityGroups.</summary>
public sealed class DescribeSecurityGroups : IReadOperation<DescribeSecurityGroupsRequest, DescribeSecurityGroupsResult>
{
    private static readonly Filters<SecurityGroupRecord> Filters = WithPermissions("ip-permission.", isEgress: false)
        .One("description", group => group.Description)
        .One("group-id", group => group.Id.Value)
        .One("group-name", group => group.Name)
        .One("owner-id", (_, call) => call.Account)
        .Indexed(
            "vpc-id",
            group => [group.VpcId.Value],
            (call, vpc) => call.Read(Tables.SecurityGroups).By(Tables.SecurityGroupsByVpc, vpc))
        .Tags(group => group.Id.Value);

    /// <inheritdoc/>
    public DescribeSecurityGroupsResult Run(DescribeSecurityGroupsRequest request, ReadCall call)
    {
        var named = request.GroupNames?.Select(name => name.StartsWith("sg-", StringComparison.Ordinal)
            ? name
            : GroupLookup.ByName(call, GroupLookup.DefaultVpc(call), name).Id.Value);
        var ids = (request.GroupIds ?? []).Concat(named ?? []).ToList();
        var query = new ListQuery(ids, request.Filters, request.MaxResults, request.NextToken);
        var page = Lister.List(call, Ec2Kinds.SecurityGroup, Filters, query);
        return new() { SecurityGroups = page.As(g => SecurityGroupView.Of(g, call)), NextToken = page.NextToken };
    }

    private static Filters<SecurityGroupRecord> WithPermissions(string prefix, bool isEgress)
    {
        var filters = new Filters<SecurityGroupRecord>();
        foreach (var (start, egress) in new[] { (prefix, isEgress), ("egress." + prefix, !isEgress) })
        {
            filters
                .Many(start + "cidr", Rules(egress, r => r.Cidr is { IsV6: false } c ? c.ToString() : null))
                .Many(start + "ipv6-cidr", Rules(egress, r => r.Cidr is { IsV6: true } c ? c.ToString() : null))
                .Many(start + "from-port", Rules(egress, r => Port(r.FromPort)))
                .Many(start + "to-port", Rules(egress, r => Port(r.ToPort)))
                .Many(start + "protocol", Rules(egress, r => r.IpProtocol))
                .Many(start + "group-id", Rules(egress, r => r.ReferencedGroup?.GroupId.Value))
                .Many(start + "user-id", Rules(egress, r => r.ReferencedGroup?.UserId))
                .Many(start + "prefix-list-id", Rules(egress, r => r.PrefixListId?.Value))
                .Many(start + "group-name", (group, call) => RuleStore.Of(call, group.Id, egress).Select(rule =>
                    rule.ReferencedGroup is { } r ? call.Read(Tables.SecurityGroups).Find(r.GroupId)?.Name : null));
        }

        return filters;
    }

    private static Func<SecurityGroupRecord, ReadCall, IEnumerable<string?>> Rules(
        bool isEgress, Func<SecurityGroupRuleRecord, string?> value) =>
        (group, call) => RuleStore.Of(call, group.Id, isEgress).Select(value);

    private static string Port(int port) => port.ToString(System.Globalization.CultureInfo.InvariantCulture);
}
