using Orrery.Kernel.Calls;
using Orrery.Services.Ec2.Ids;
using Orrery.Services.Ec2.Tagging;
using Orrery.Wire.Generated.Ec2;

namespace Orrery.Services.Ec2.Rules;

/// <summary>What keeps a VPC from being deleted, and what goes with it. Source: EC2 API Reference, DeleteVpc.</summary>
internal static class VpcDependencies
{
    /// <summary>Whether something that its owner made is still in the VPC or attached to it.</summary>
    public static bool Any(ReadCall call, VpcId vpc) =>
        call.Read(Tables.Subnets).HasAny(Tables.SubnetsByVpc, vpc.Value)
        || call.Read(Tables.InternetGateways).HasAny(Tables.InternetGatewaysByVpc, vpc.Value)
        || call.Read(Tables.EgressOnlyInternetGateways).HasAny(Tables.EgressOnlyInternetGatewaysByVpc, vpc.Value)
        || call.Read(Tables.VpnGateways).HasAny(Tables.VpnGatewaysByVpc, vpc.Value)
        || call.Read(Tables.NetworkInterfaces).HasAny(Tables.InterfacesByVpc, vpc.Value)
        || call.Read(Tables.NatGateways).By(Tables.NatGatewaysByVpc, vpc.Value).Any(NatGatewayRules.Exists)
        || call.Read(EndpointTables.Endpoints).By(EndpointTables.EndpointsByVpc, vpc.Value)
            .Any(endpoint => endpoint.State != State.Deleted)
        || call.Read(Tables.RouteTables)
            .By(Tables.RouteTablesByVpc, vpc.Value)
            .Any(t => !t.Associations.Any(a => a.Main))
        || call.Read(Tables.NetworkAcls).By(Tables.NetworkAclsByVpc, vpc.Value).Any(acl => !acl.IsDefault)
        || call.Read(Tables.SecurityGroups).By(Tables.SecurityGroupsByVpc, vpc.Value).Any(g => g.Name != "default");

    /// <summary>Removes what came with the VPC.</summary>
    public static void RemoveParts(Call call, VpcId vpc)
    {
        var table = VpcParts.MainRouteTable(call, vpc);
        call.Write(Tables.RouteTables).Remove(table.Id);
        TagStore.Forget(call, table.Id.Value);

        var acl = VpcParts.DefaultNetworkAcl(call, vpc);
        call.Write(Tables.NetworkAcls).Remove(acl.Id);
        TagStore.Forget(call, acl.Id.Value);

        var group = VpcParts.DefaultSecurityGroup(call, vpc);
        var rules = call.Write(Tables.SecurityGroupRules);
        foreach (var rule in rules.By(Tables.RulesByGroup, group.Id.Value).ToList())
        {
            rules.Remove(rule.Id);
            TagStore.Forget(call, rule.Id.Value);
        }

        call.Write(Tables.SecurityGroups).Remove(group.Id);
        TagStore.Forget(call, group.Id.Value);
    }
}
