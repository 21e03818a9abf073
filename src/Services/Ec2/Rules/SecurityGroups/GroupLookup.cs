using Orrery.Core;
using Orrery.Kernel.Calls;
using Orrery.Kernel.State;
using Orrery.Services.Ec2.Ids;
using Orrery.Services.Ec2.Kinds;
using Orrery.Services.Ec2.Records;
using Orrery.Services.Ec2.Rules.Transit;
using Orrery.Wire.Generated.Ec2;

namespace Orrery.Services.Ec2.Rules.SecurityGroups;

/// <summary>Finds security groups by id, or by name in the default VPC, and groups that rules refer to.</summary>
internal static class GroupLookup
{
    /// <summary>The group of an id or of a name in the default VPC; exactly one must be given.</summary>
    /// <exception cref="ServiceException">MissingParameter, InvalidParameterCombination,
    /// InvalidGroup.NotFound…</exception>
    public static SecurityGroupRecord Get(ReadCall call, string? id, string? name)
    {
        if (id is not null)
        {
            return Ec2Kinds.SecurityGroup.Get(call, id);
        }

        return name is null
            ? throw Errors.Missing("GroupName or GroupId")
            : ByName(call, DefaultVpc(call), name);
    }

    /// <summary>The group of a name in a VPC.</summary>
    /// <exception cref="ServiceException">InvalidGroup.NotFound.</exception>
    public static SecurityGroupRecord ByName(ReadCall call, VpcId vpc, string name) =>
        Find(call, vpc, name) ?? throw new ServiceException(
            "InvalidGroup.NotFound", $"The security group '{name}' does not exist in default VPC '{vpc}'");

    /// <summary>The group of a name in a VPC, or null; names are compared without regard to case.</summary>
    public static SecurityGroupRecord? Find(ReadCall call, VpcId vpc, string name) =>
        call.Read(Tables.SecurityGroups).By(Tables.SecurityGroupsByVpc, vpc.Value)
            .FirstOrDefault(g => string.Equals(g.Name, name, StringComparison.OrdinalIgnoreCase));

    /// <summary>The default VPC of the region.</summary>
    /// <exception cref="ServiceException">VPCIdNotSpecified: there is none.</exception>
    public static VpcId DefaultVpc(ReadCall call) =>
        call.Read(Tables.Vpcs).All().FirstOrDefault(vpc => vpc.IsDefault)?.Id
        ?? throw new ServiceException("VPCIdNotSpecified", "No default VPC for this user");

    /// <summary>
    /// The group that a rule refers to: in the same VPC, or in one that an active peering of the region joins, or a
    /// transit gateway with support for it.
    /// </summary>
    /// <exception cref="ServiceException">InvalidGroup.NotFound: no such group, or nothing joins its VPC.</exception>
    public static SecurityGroupReference Reference(ReadCall call, SecurityGroupRecord from, UserIdGroupPair pair)
    {
        var owner = pair.UserId ?? call.Account;
        if (pair.GroupId is null && pair.GroupName is { } name)
        {
            var named = Find(call, from.VpcId, name)
                ?? throw new ServiceException("InvalidGroup.NotFound", $"The security group '{name}' does not exist");
            return new() { GroupId = named.Id, UserId = call.Account };
        }

        var id = pair.GroupId ?? throw Errors.Missing("GroupName or GroupId");
        Ec2Kinds.SecurityGroup.CheckForm(id);
        var group = call.Read(Tables.SecurityGroups, new Scope(owner, call.Region)).Find(new(id))
            ?? throw Ec2Kinds.SecurityGroup.NotFound(id);
        if (group.VpcId == from.VpcId)
        {
            return new() { GroupId = group.Id, UserId = owner };
        }

        var peering = ActivePeering(call, from.VpcId, group.VpcId);
        return peering is not null
            || TransitAttachments.JoinsGroups(call, from.VpcId, (new(owner, call.Region), group.VpcId))
            ? new() { GroupId = group.Id, UserId = owner, VpcId = group.VpcId, PeeringConnectionId = peering?.Id }
            : throw new ServiceException(
                "InvalidGroup.NotFound", "You have specified two resources that belong to different networks.");
    }

    private static VpcPeeringConnectionRecord? ActivePeering(ReadCall call, VpcId one, VpcId other) =>
        call.Read(Tables.VpcPeeringConnections).By(Tables.PeeringsByVpc, one.Value).FirstOrDefault(p =>
            p.State == VpcPeeringConnectionStateReasonCode.Active
            && p.Requester.Region == p.Accepter.Region
            && (p.Requester.VpcId == other || p.Accepter.VpcId == other));
}
