using System.Collections.Immutable;
using Orrery.Core;
using Orrery.Kernel.Calls;
using Orrery.Services.Ec2.Ids;
using Orrery.Services.Ec2.Kinds;
using Orrery.Services.Ec2.Records;
using Orrery.Wire.Generated.Ec2;

namespace Orrery.Services.Ec2.Rules.Transit;

/// <summary>
/// The subnets of a VPC attachment and the interface that it has in each. Source: EC2 API Reference,
/// CreateTransitGatewayVpcAttachment: one subnet a zone, one address of each.
/// </summary>
internal static class TransitFaces
{
    /// <summary>The subnets that a request names.</summary>
    /// <exception cref="ServiceException">InvalidSubnetID.*, InvalidParameterValue.</exception>
    public static IReadOnlyList<SubnetRecord> Subnets(ReadCall call, VpcId vpc, IEnumerable<string> ids)
    {
        var subnets = ids.Distinct(StringComparer.Ordinal).Select(id => Ec2Kinds.Subnet.Get(call, id)).ToList();
        return subnets.Find(s => s.VpcId != vpc) is { } stranger
            ? throw Errors.DifferentNetworks(stranger.Id.Value, vpc.Value)
            : subnets;
    }

    /// <summary>Refuses two subnets of one zone, and subnets without IPv6 where it is to be carried.</summary>
    /// <exception cref="ServiceException">DuplicateSubnetsInSameZone, InvalidParameterValue (guessed).</exception>
    public static void Check(IReadOnlyList<SubnetRecord> subnets, Ipv6SupportValue ipv6)
    {
        if (subnets.Count == 0)
        {
            throw Errors.InvalidParameterValue("An attachment needs at least one subnet.");
        }

        if (subnets.DistinctBy(s => s.AvailabilityZone).Count() < subnets.Count)
        {
            throw new ServiceException("DuplicateSubnetsInSameZone", "Duplicate Subnets for same AZ");
        }

        if (ipv6 == Ipv6SupportValue.Enable && subnets.FirstOrDefault(s => s.Ipv6Cidrs.IsEmpty) is { } without)
        {
            throw Errors.InvalidParameterValue($"The subnet {without.Id} has no IPv6 CIDR block");
        }
    }

    /// <summary>Makes an interface in each subnet.</summary>
    /// <exception cref="ServiceException">
    /// InsufficientFreeAddressesInSubnet, NetworkInterfaceLimitExceeded.
    /// </exception>
    public static IEnumerable<TransitGatewayFaceRecord> Make(
        Call call, TransitGatewayAttachmentId attachment, IEnumerable<SubnetRecord> subnets) =>
        subnets.Select(subnet => new TransitGatewayFaceRecord
        {
            SubnetId = subnet.Id,
            NetworkInterfaceId = InterfaceFactory.Create(call, new InterfaceOrder
            {
                Subnet = subnet,
                Type = NetworkInterfaceType.TransitGateway,
                Description = $"Network Interface for Transit Gateway Attachment {attachment}",
                RequesterId = "amazon-aws",
            }).Id,
        }).ToList();

    /// <summary>Removes interfaces.</summary>
    public static void Remove(Call call, IEnumerable<TransitGatewayFaceRecord> faces)
    {
        foreach (var face in faces)
        {
            InterfaceFactory.Remove(call, face.NetworkInterfaceId);
        }
    }

    /// <summary>What an attachment has once subnets are added and taken away; makes and removes interfaces.</summary>
    /// <exception cref="ServiceException">As above, and InvalidParameterValue for a subnet that it has not.</exception>
    public static ImmutableArray<TransitGatewayFaceRecord> Changed(
        Call call,
        TransitGatewayAttachmentRecord attachment,
        Ipv6SupportValue ipv6,
        IReadOnlyList<string> added,
        IReadOnlyList<string> removed)
    {
        var faces = attachment.Vpc!.Faces;
        var vpc = new VpcId(attachment.ResourceId);
        var gone = Subnets(call, vpc, removed).Select(s => s.Id).ToHashSet();
        var come = Subnets(call, vpc, added);
        if (!gone.All(id => faces.Any(f => f.SubnetId == id)) || come.Any(s => faces.Any(f => f.SubnetId == s.Id)))
        {
            throw Errors.InvalidParameterValue(
                $"AddSubnetIds must name subnets that {attachment.Id} does not have, RemoveSubnetIds such that it has");
        }

        var kept = faces.RemoveAll(f => gone.Contains(f.SubnetId));
        Check([.. kept.Select(f => Ec2Kinds.Subnet.Get(call, f.SubnetId)), .. come], ipv6);
        Remove(call, faces.Where(f => gone.Contains(f.SubnetId)));
        return kept.AddRange(Make(call, attachment.Id, come));
    }
}
