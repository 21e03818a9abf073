using System.Collections.Immutable;
using Orrery.Core;
using Orrery.Kernel.Calls;
using Orrery.Services.Ec2.Ids;
using Orrery.Services.Ec2.Records;
using Orrery.Wire.Generated.Ec2;

namespace Orrery.Services.Ec2.Rules.Transit;

/// <summary>
/// The options of a transit gateway: their ranges and defaults. Source: EC2 API Reference,
/// TransitGatewayRequestOptions; for the blocks, Transit Gateway guide, "Transit gateways" (CIDR blocks).
/// </summary>
internal static class TransitOptions
{
    private const long StandardAsn = 64512;

    private static readonly Cidr LinkLocal = Cidr.Parse("169.254.0.0/16");

    /// <summary>A new gateway with the options of a request.</summary>
    /// <exception cref="ServiceException">InvalidParameterValue, UnsupportedOperation.</exception>
    public static TransitGatewayRecord Of(Call call, CreateTransitGatewayRequest request)
    {
        var options = request.Options ?? new();
        if (options.MulticastSupport == MulticastSupportValue.Enable)
        {
            throw Errors.NotServed("multicast on transit gateways (MulticastSupport enable)");
        }

        return new()
        {
            Id = call.NewId<TransitGatewayId>(),
            Description = request.Description,
            State = TransitGatewayState.Pending,
            AmazonSideAsn = Asn(options.AmazonSideAsn ?? StandardAsn),
            AutoAcceptSharedAttachments =
                options.AutoAcceptSharedAttachments ?? AutoAcceptSharedAttachmentsValue.Disable,
            DefaultRouteTableAssociation =
                options.DefaultRouteTableAssociation ?? DefaultRouteTableAssociationValue.Enable,
            DefaultRouteTablePropagation =
                options.DefaultRouteTablePropagation ?? DefaultRouteTablePropagationValue.Enable,
            VpnEcmpSupport = options.VpnEcmpSupport ?? VpnEcmpSupportValue.Enable,
            DnsSupport = options.DnsSupport ?? DnsSupportValue.Enable,
            SecurityGroupReferencingSupport =
                options.SecurityGroupReferencingSupport ?? SecurityGroupReferencingSupportValue.Disable,
            CidrBlocks = Blocks([], options.TransitGatewayCidrBlocks ?? [], []),
            CreatedAt = call.Now,
        };
    }

    /// <summary>A gateway with options changed; the default tables are set by the caller.</summary>
    /// <exception cref="ServiceException">
    /// InvalidParameterValue, UnsupportedOperation, or IncorrectState where VPN connections keep the number.
    /// </exception>
    public static TransitGatewayRecord Changed(
        ReadCall call, TransitGatewayRecord gateway, ModifyTransitGatewayOptions options)
    {
        if (options.EncryptionSupport is not null)
        {
            throw Errors.NotServed("encryption support of transit gateways (EncryptionSupport)");
        }

        if (options.AmazonSideAsn is { } asn && Asn(asn) != gateway.AmazonSideAsn)
        {
            CheckNoVpn(call, gateway);
        }

        return gateway with
        {
            AmazonSideAsn = options.AmazonSideAsn ?? gateway.AmazonSideAsn,
            AutoAcceptSharedAttachments = options.AutoAcceptSharedAttachments ?? gateway.AutoAcceptSharedAttachments,
            DefaultRouteTableAssociation =
                options.DefaultRouteTableAssociation ?? gateway.DefaultRouteTableAssociation,
            DefaultRouteTablePropagation =
                options.DefaultRouteTablePropagation ?? gateway.DefaultRouteTablePropagation,
            VpnEcmpSupport = options.VpnEcmpSupport ?? gateway.VpnEcmpSupport,
            DnsSupport = options.DnsSupport ?? gateway.DnsSupport,
            SecurityGroupReferencingSupport =
                options.SecurityGroupReferencingSupport ?? gateway.SecurityGroupReferencingSupport,
            CidrBlocks = Blocks(
                gateway.CidrBlocks,
                options.AddTransitGatewayCidrBlocks ?? [],
                options.RemoveTransitGatewayCidrBlocks ?? []),
        };
    }

    private static long Asn(long asn) =>
        asn is (>= 64512 and <= 65534) or (>= 4200000000 and <= 4294967294)
            ? asn
            : throw Errors.InvalidParameterValue(
                $"Value ({asn}) for parameter AmazonSideAsn is invalid. It must be 64512 to 65534 or 4200000000 to "
                + "4294967294.");

    // EC2 API Reference, ModifyTransitGatewayOptions (AmazonSideAsn): not with VPN, Direct Connect or Connect
    // attachments. The code is guessed.
    private static void CheckNoVpn(ReadCall call, TransitGatewayRecord gateway)
    {
        var vpn = call.Read(TransitTables.Attachments).By(TransitTables.LivingByGateway, gateway.Id.Value)
            .FirstOrDefault(a => a.ResourceType == TransitGatewayAttachmentResourceType.Vpn);
        if (vpn is not null)
        {
            throw Errors.IncorrectState($"{gateway.Id} has non-deleted VPN Attachments: {vpn.Id}.");
        }
    }

    private static ImmutableArray<Cidr> Blocks(
        ImmutableArray<Cidr> has, IReadOnlyList<string> added, IReadOnlyList<string> removed)
    {
        var blocks = has;
        foreach (var text in removed)
        {
            var block = Read(text);
            blocks = blocks.Contains(block)
                ? blocks.Remove(block)
                : throw Errors.InvalidParameterValue($"The transit gateway has no CIDR block {block}");
        }

        foreach (var text in added)
        {
            var block = Read(text);
            if (block.PrefixLength > (block.IsV6 ? 64 : 24) || block.Overlaps(LinkLocal)
                || blocks.Any(block.Overlaps))
            {
                throw Errors.InvalidParameterValue(
                    $"The CIDR block {block} cannot be one of a transit gateway: it must be /24 or larger (IPv6: /64), "
                    + "outside 169.254.0.0/16, and overlap with no other block of the gateway");
            }

            blocks = blocks.Add(block);
        }

        TransitLimits.CheckCidrBlocks(blocks.Length);
        return blocks;
    }

    private static Cidr Read(string text) => TransitDestinations.Read(text, "TransitGatewayCidrBlocks");
}
