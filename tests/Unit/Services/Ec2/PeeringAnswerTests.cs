using Orrery.Services.Ec2.Operations.VpcPeering;
using Orrery.Services.Ec2.Operations.Vpcs;
using Code = Orrery.Wire.Generated.Ec2.VpcPeeringConnectionStateReasonCode;

namespace Orrery.Tests.Unit.Services.Ec2;

public sealed class PeeringAnswerTests
{
    private readonly Cloud _cloud = Cloud.New();

    [Fact]
    public void A_rejected_request_cannot_be_accepted_and_is_forgotten_after_two_days()
    {
        var (a, b) = (Site.New(_cloud, "10.1.0.0/24"), Site.New(_cloud.In("us-east-1"), "10.2.0.0/24"));
        var id = a.Ask(b, "us-east-1").VpcPeeringConnectionId!;
        Assert.Equal("OperationNotPermitted", _cloud.Refused(
            new RejectVpcPeeringConnection(), new() { VpcPeeringConnectionId = id }));
        b.Cloud.Run(new RejectVpcPeeringConnection(), new() { VpcPeeringConnectionId = id });
        Assert.Equal(Code.Rejected, a.StateOf(id));
        Assert.Equal("InvalidStateTransition", b.Cloud.Refused(
            new AcceptVpcPeeringConnection(), new() { VpcPeeringConnectionId = id }));

        _cloud.Advance(TimeSpan.FromDays(3));
        Assert.Equal("InvalidVpcPeeringConnectionID.NotFound", _cloud.Refused(
            new DescribeVpcPeeringConnections(), new() { VpcPeeringConnectionIds = [id] }));
    }

    [Fact]
    public void DNS_over_a_peering_needs_an_active_connection_and_host_names()
    {
        var (a, b) = (Site.New(_cloud, "10.1.0.0/24"), Site.New(_cloud, "10.2.0.0/24"));
        var id = a.Ask(b).VpcPeeringConnectionId!;
        Orrery.Wire.Generated.Ec2.ModifyVpcPeeringConnectionOptionsRequest ask = new()
        {
            VpcPeeringConnectionId = id,
            RequesterPeeringConnectionOptions = new() { AllowDnsResolutionFromRemoteVpc = true },
        };
        Assert.Equal("InvalidStateTransition", _cloud.Refused(new ModifyVpcPeeringConnectionOptions(), ask));
        _cloud.Run(new AcceptVpcPeeringConnection(), new() { VpcPeeringConnectionId = id });
        Assert.Equal("InvalidVpcPeeringConnectionState.DnsHostnamesDisabled", _cloud.Refused(
            new ModifyVpcPeeringConnectionOptions(), ask));

        _cloud.Run(new ModifyVpcAttribute(), new() { VpcId = a.Vpc, EnableDnsHostnames = new() { Value = true } });
        _cloud.Run(new ModifyVpcPeeringConnectionOptions(), ask);
        var seen = _cloud.Run(new DescribeVpcPeeringConnections(), new() { VpcPeeringConnectionIds = [id] });
        Assert.True(seen.VpcPeeringConnections![0].RequesterVpcInfo!.PeeringOptions!.AllowDnsResolutionFromRemoteVpc);
    }
}
