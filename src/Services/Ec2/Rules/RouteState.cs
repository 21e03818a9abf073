using Orrery.Core;
using Orrery.Kernel.Calls;
using Orrery.Services.Ec2.Ids;
using Orrery.Services.Ec2.Records;
using Orrery.Services.Ec2.Rules.Sharing;
using Orrery.Services.Ec2.Rules.Transit;
using Orrery.Wire.Generated.Ec2;

namespace Orrery.Services.Ec2.Rules;

/// <summary>
/// Whether a route leads anywhere: active while its target exists, belongs to the VPC of the table and works, else a
/// blackhole. Computed when asked, never stored. Source: EC2 API Reference, Route (state); Amazon VPC Peering Guide,
/// "Update your route tables" (a route over a pending connection is a blackhole until it is active).
/// </summary>
internal static class RouteState
{
    /// <summary>A yes (active) or a no (blackhole) with the reason.</summary>
    public static Decision Of(ReadCall call, VpcId vpc, RouteTargetKind kind, string target) => kind switch
    {
        RouteTargetKind.Local => Yes("ROUTE_LOCAL", $"Traffic within {vpc} is delivered in the VPC itself.", vpc.Value),
        RouteTargetKind.InternetGateway => InternetGateway(call, vpc, target),
        RouteTargetKind.VpnGateway => VpnGateway(call, vpc, target),
        RouteTargetKind.EgressOnlyInternetGateway => EgressOnly(call, vpc, target),
        RouteTargetKind.NatGateway => NatGateway(call, vpc, target),
        RouteTargetKind.NetworkInterface => Interface(call, vpc, target),
        RouteTargetKind.TransitGateway => TransitGateway(call, vpc, target),
        RouteTargetKind.VpcPeeringConnection => Peering(call, vpc, target),
        RouteTargetKind.VpcEndpoint => Endpoint(call, vpc, target),
        _ => throw new ArgumentOutOfRangeException(nameof(kind), kind, "An unknown kind of target."),
    };

    private static Decision InternetGateway(ReadCall call, VpcId vpc, string target)
    {
        var gateway = call.Read(Tables.InternetGateways).Find(new InternetGatewayId(target));
        if (gateway is null)
        {
            return Gone("internet gateway", target);
        }

        return gateway.VpcId == vpc
            ? Attached("internet gateway", target, vpc)
            : Detached(
                "internet gateway", target, vpc, Attach("ec2:AttachInternetGateway", "InternetGatewayId", target, vpc));
    }

    private static Decision VpnGateway(ReadCall call, VpcId vpc, string target)
    {
        var gateway = call.Read(Tables.VpnGateways).Find(new VpnGatewayId(target));
        if (gateway is null or { DeletedAt: not null })
        {
            return Gone("virtual private gateway", target);
        }

        return gateway.VpcId == vpc
            ? Attached("virtual private gateway", target, vpc)
            : Detached(
                "virtual private gateway", target, vpc, Attach("ec2:AttachVpnGateway", "VpnGatewayId", target, vpc));
    }

    private static Decision EgressOnly(ReadCall call, VpcId vpc, string target) =>
        call.Read(Tables.EgressOnlyInternetGateways).Find(new EgressOnlyInternetGatewayId(target))?.VpcId == vpc
            ? Attached("egress-only internet gateway", target, vpc)
            : Gone("egress-only internet gateway", target);

    private static Decision NatGateway(ReadCall call, VpcId vpc, string target)
    {
        var gateway = call.Read(Tables.NatGateways).Find(new NatGatewayId(target));
        if (gateway is null || gateway.VpcId != vpc)
        {
            return Gone("NAT gateway", target);
        }

        return gateway.State == NatGatewayState.Available
            ? Yes("ROUTE_TARGET_AVAILABLE", $"The NAT gateway {target} is available.", target)
            : No("ROUTE_TARGET_NOT_AVAILABLE", NatText(gateway), target);
    }

    private static string NatText(NatGatewayRecord gateway)
    {
        var state = $"The NAT gateway {gateway.Id} is {gateway.State.ToWire()}, not available";
        return gateway.FailureMessage is { } why ? $"{state}: {why}." : $"{state}.";
    }

    private static Decision Interface(ReadCall call, VpcId vpc, string target)
    {
        var found = call.Read(Tables.NetworkInterfaces).Find(new NetworkInterfaceId(target));
        if (found is null || found.VpcId != vpc)
        {
            return Gone("network interface", target);
        }

        if (found.Attachment is not { } attachment)
        {
            return No("ROUTE_TARGET_DETACHED", $"The network interface {target} is not attached to anything.", target);
        }

        return attachment.InstanceId is { } id && call.Read(InstanceTables.Instances).Find(new(id)) is { } instance
            ? Instance(instance, target)
            : Yes("ROUTE_TARGET_ATTACHED", $"The network interface {target} is attached.", target);
    }

    // Source: EC2 API Reference, Route (state): a blackhole where, for example, the NAT instance was terminated. That a
    // stopped one makes a blackhole too is what its users report.
    private static Decision Instance(InstanceRecord instance, string target)
    {
        if (instance.State == InstanceStateName.Running)
        {
            return Yes(
                "ROUTE_TARGET_ATTACHED",
                $"The network interface {target} is attached to the running instance {instance.Id}.",
                target);
        }

        var reason = Reason.Of(
            "ROUTE_TARGET_NOT_RUNNING",
            $"The instance {instance.Id} of the network interface {target} is {instance.State.ToWire()}, not running.",
            target);
        return instance.State == InstanceStateName.Stopped
            ? Decision.No(reason, Start(instance.Id.Value))
            : Decision.No(reason);
    }

    private static Decision Peering(ReadCall call, VpcId vpc, string target)
    {
        var peering = call.Read(Tables.VpcPeeringConnections).Find(new VpcPeeringConnectionId(target));
        if (peering is null || (peering.Requester.VpcId != vpc && peering.Accepter.VpcId != vpc))
        {
            return Gone("VPC peering connection", target);
        }

        if (peering.State == VpcPeeringConnectionStateReasonCode.Active)
        {
            return Yes("ROUTE_TARGET_ACTIVE", $"The VPC peering connection {target} is active.", target);
        }

        var state = peering.State.ToWire();
        var reason = Reason.Of(
            "ROUTE_TARGET_NOT_ACTIVE", $"The VPC peering connection {target} is {state}, not active.", target);
        return peering.State == VpcPeeringConnectionStateReasonCode.PendingAcceptance
            ? Decision.No(reason, Accept(target))
            : Decision.No(reason);
    }

    private static Decision Endpoint(ReadCall call, VpcId vpc, string target)
    {
        var endpoint = call.Read(EndpointTables.Endpoints).Find(new VpcEndpointId(target));
        if (endpoint is null || endpoint.VpcId != vpc)
        {
            return Gone("VPC endpoint", target);
        }

        return endpoint.State == State.Available
            ? Yes("ROUTE_TARGET_AVAILABLE", $"The VPC endpoint {target} is available.", target)
            : No(
                "ROUTE_TARGET_NOT_AVAILABLE",
                $"The VPC endpoint {target} is {endpoint.State.ToWire()}, not available.",
                target);
    }

    private static Decision TransitGateway(ReadCall call, VpcId vpc, string target)
    {
        var attachment = TransitAttachments.LivingOf(call, vpc, new TransitGatewayId(target));
        var gateway = attachment is not null
            ? SharedGateways.Of(call, attachment)
            : call.Read(TransitTables.Gateways).Find(new TransitGatewayId(target))
                ?? SharedGateways.All(call).FirstOrDefault(g => g.Id.Value == target);
        if (gateway is null or { State: TransitGatewayState.Deleted })
        {
            return Gone("transit gateway", target);
        }

        if (attachment is null)
        {
            return Detached(
                "transit gateway", target, vpc,
                Attach("ec2:CreateTransitGatewayVpcAttachment", "TransitGatewayId", target, vpc));
        }

        return TransitStates.Carries(attachment) && TransitStates.Carries(gateway)
            ? Attached("transit gateway", target, vpc)
            : No(
                "ROUTE_TARGET_NOT_AVAILABLE",
                $"The attachment {attachment.Id} of {vpc} to {target} is {attachment.State.ToWire()}, not available.",
                target);
    }

    private static Decision Attached(string noun, string target, VpcId vpc) =>
        Yes("ROUTE_TARGET_ATTACHED", $"The {noun} {target} is attached to {vpc}.", target);

    private static Decision Detached(string noun, string target, VpcId vpc, Remedy remedy) =>
        Decision.No(
            Reason.Of("ROUTE_TARGET_DETACHED", $"The {noun} {target} is not attached to {vpc}.", target), remedy);

    private static Decision Gone(string noun, string target) =>
        No("ROUTE_TARGET_GONE", $"The {noun} {target} does not exist any more.", target);

    private static Decision Yes(string code, string text, string subject) =>
        Decision.Yes(Reason.Of(code, text, subject));

    private static Decision No(string code, string text, string subject) => Decision.No(Reason.Of(code, text, subject));

    private static Remedy Attach(string action, string parameter, string target, VpcId vpc) => new(
        $"Attach {target} to {vpc}.",
        [new Change(action, target, new Dictionary<string, string> { [parameter] = target, ["VpcId"] = vpc.Value })]);

    private static Remedy Start(string instance) => new(
        $"Start {instance}.",
        [new Change("ec2:StartInstances", instance, new Dictionary<string, string> { ["InstanceIds"] = instance })]);

    private static Remedy Accept(string target) => new(
        $"Let the owner of the other VPC accept {target}.",
        [
            new Change(
                "ec2:AcceptVpcPeeringConnection",
                target,
                new Dictionary<string, string> { ["VpcPeeringConnectionId"] = target }),
        ]);
}
