using System.Text.Json;
using Orrery.Contracts.Tracing;
using Orrery.Core;
using Orrery.Services.Ec2.Operations.VpcEndpoints;
using Orrery.Services.Ec2.Operations.VpcEndpointServices;
using Orrery.Wire.Generated.Ec2;

namespace Orrery.Tests.Unit.Services.Ec2;

public sealed class EndpointServiceTests
{
    private const string Consumer = "210987654321";

    [Fact]
    public void An_endpoint_waits_for_acceptance_works_and_is_rejected_and_the_service_goes_only_then()
    {
        var provider = Cloud.New();
        var consumer = provider.In("eu-west-1", Consumer);
        var service = provider.Service();
        provider.Allow(service.ServiceId!, $"arn:aws:iam::{Consumer}:root");
        var vpc = consumer.Vpc();
        var id = consumer.InterfaceEndpoint(vpc, service.ServiceName!, null, consumer.Subnet(vpc)).VpcEndpointId!;
        Assert.Equal(State.PendingAcceptance, consumer.EndpointState(id));
        var connection = Assert.Single(provider.Connections(service.ServiceId!));
        Assert.Equal((id, Consumer), (connection.VpcEndpointId, connection.VpcEndpointOwner));
        Assert.Equal(State.PendingAcceptance, connection.VpcEndpointState);
        Assert.Equal(
            "ExistingVpcEndpointConnections", provider.DeleteService(service.ServiceId!)[0].Error!.Code);

        Assert.Empty(provider.AcceptEndpoint(service.ServiceId!, id));
        Assert.Equal(State.Available, consumer.EndpointState(id));
        Assert.Equal("InvalidState", provider.AcceptEndpoint(service.ServiceId!, id)[0].Error!.Code);
        Assert.Empty(provider.RejectEndpoint(service.ServiceId!, id));
        Assert.Equal(State.Rejected, consumer.EndpointState(id));
        Assert.Equal(State.Rejected, provider.Connections(service.ServiceId!)[0].VpcEndpointState);

        Assert.Empty(provider.DeleteService(service.ServiceId!));
        Assert.Equal("InvalidVpcEndpointService.NotFound", provider.DeleteService(service.ServiceId!)[0].Error!.Code);
        Assert.Equal("InvalidServiceName", Cloud.Refusal(() => consumer.InterfaceEndpoint(vpc, service.ServiceName!)));
        consumer.DeleteEndpoint(id);
        consumer.Advance(TimeSpan.FromHours(1));
        Assert.Empty(provider.Connections(service.ServiceId!));
    }

    [Fact]
    public void Only_whom_the_owner_allows_sees_the_service_and_what_is_connected_stays()
    {
        var provider = Cloud.New();
        var consumer = provider.In("eu-west-1", Consumer);
        var service = provider.Service(acceptance: false);
        var id = service.ServiceId!;
        var vpc = consumer.Vpc();
        bool Sees(Cloud cloud) => cloud.Run(new DescribeVpcEndpointServices(), new()).ServiceNames!
            .Contains(service.ServiceName);
        Assert.True(Sees(provider));
        Assert.False(Sees(consumer));
        Assert.Equal("InvalidServiceName", Cloud.Refusal(() => consumer.InterfaceEndpoint(vpc, service.ServiceName!)));

        var everybody = Assert.Single(provider.Allow(id, "*"));
        Assert.Equal(PrincipalType.All, everybody.PrincipalType);
        Assert.Empty(provider.Allow(id, "*"));
        Assert.True(Sees(consumer));
        var endpoint = consumer.InterfaceEndpoint(vpc, service.ServiceName!, null).VpcEndpointId!;
        Assert.Equal(State.Available, consumer.EndpointState(endpoint));

        provider.Run(new ModifyVpcEndpointServicePermissions(), new()
        {
            ServiceId = id, RemoveAllowedPrincipals = ["*"],
        });
        Assert.False(Sees(consumer));
        Assert.Equal(State.Available, consumer.EndpointState(endpoint));
        Assert.Equal("InvalidServiceName", Cloud.Refusal(() => consumer.InterfaceEndpoint(vpc, service.ServiceName!)));
    }

    [Fact]
    public void Principals_have_types_and_what_is_none_is_refused()
    {
        var cloud = Cloud.New();
        var id = cloud.Service().ServiceId!;
        cloud.Allow(id, "arn:aws:iam::111122223333:role/deploy", "arn:aws:iam::111122223333:user/ann");
        Assert.Equal("InvalidPrincipal", Cloud.Refusal(() => cloud.Allow(id, "arn:aws:iam::1:root")));
        Assert.Equal("InvalidPrincipal", Cloud.Refusal(() => cloud.Allow(id, "arn:aws:iam::111122223333:role/a/b")));
        Assert.Equal("UnsupportedOperation", Cloud.Refusal(() => cloud.Allow(id, "ec2.amazonaws.com")));
        var roles = cloud.Run(new DescribeVpcEndpointServicePermissions(), new()
        {
            ServiceId = id, Filters = [new() { Name = "principal-type", Values = ["Role"] }],
        }).AllowedPrincipals!;
        Assert.EndsWith("role/deploy", Assert.Single(roles).Principal);
        Assert.StartsWith("vpce-svc-perm-", roles[0].ServicePermissionId);
    }

    [Fact]
    public void Another_region_reaches_the_service_only_when_it_is_named()
    {
        var provider = Cloud.New();
        var there = provider.In("us-east-1");
        var near = provider.Service(acceptance: false);
        var far = provider.Service(acceptance: false, "far", "eu-west-1", "us-east-1");
        Assert.True(far.RemoteAccessEnabled);
        var vpc = there.Vpc();
        CreateVpcEndpointRequest Request(string name, string? region) => new()
        {
            VpcId = vpc,
            VpcEndpointType = VpcEndpointType.Interface,
            ServiceName = name,
            ServiceRegion = region,
            SubnetIds = [there.Subnet(vpc, name == far.ServiceName ? "10.0.1.0/24" : "10.0.2.0/24")],
        };
        Assert.Equal(
            "InvalidParameter", there.Refused(new CreateVpcEndpoint(), Request(near.ServiceName!, "eu-west-1")));
        var request = Request(far.ServiceName!, "eu-west-1");
        Assert.Equal(
            "InvalidServiceName", there.Refused(new CreateVpcEndpoint(), request with { ServiceRegion = null }));
        Assert.Equal("UnsupportedOperation", there.Refused(
            new CreateVpcEndpoint(), request with { ServiceName = "com.amazonaws.eu-west-1.ec2" }));
        var id = there.Run(new CreateVpcEndpoint(), request).VpcEndpoint!.VpcEndpointId!;
        Assert.Equal("eu-west-1", there.Endpoint(id).ServiceRegion);
        Assert.Single(there.Endpoint(id).DnsEntries!);
        Assert.Equal("us-east-1", provider.Connections(far.ServiceId!)[0].VpcEndpointRegion);
        provider.RejectEndpoint(far.ServiceId!, id);
        Assert.Equal(State.Rejected, there.EndpointState(id));
        provider.AcceptEndpoint(far.ServiceId!, id);
        Assert.Equal(State.Available, there.EndpointState(id));
    }

    [Fact]
    public void What_nobody_accepts_expires_and_what_loses_its_service_meanwhile_fails()
    {
        var cloud = Cloud.Slow();
        var vpc = cloud.Vpc();
        var waiting = cloud.Service();
        var id = cloud.InterfaceEndpoint(vpc, waiting.ServiceName!).VpcEndpointId!;
        cloud.Advance(TimeSpan.FromDays(7));
        Assert.Equal(State.Expired, cloud.EndpointState(id));
        Assert.Equal("InvalidState", cloud.AcceptEndpoint(waiting.ServiceId!, id)[0].Error!.Code);

        var open = cloud.Service(acceptance: false, "other");
        var unlucky = cloud.InterfaceEndpoint(vpc, open.ServiceName!).VpcEndpointId!;
        Assert.Empty(cloud.DeleteService(open.ServiceId!));
        cloud.Advance(TimeSpan.FromMinutes(2));
        var failed = cloud.Endpoint(unlucky);
        Assert.Equal((State.Failed, "InvalidServiceName"), (failed.State, failed.LastError!.Code));
    }

    [Fact]
    public void A_service_changes_and_keeps_at_least_one_balancer_of_its_own()
    {
        var cloud = Cloud.New();
        var service = cloud.Service();
        var id = service.ServiceId!;
        string Refused(ModifyVpcEndpointServiceConfigurationRequest request) =>
            cloud.Refused(new ModifyVpcEndpointServiceConfiguration(), request with { ServiceId = id });
        Assert.Equal("InvalidParameter", Refused(new() { RemoveNetworkLoadBalancerArns = [cloud.Balancer()] }));
        Assert.Equal("InvalidParameter", Refused(new()
        {
            AddNetworkLoadBalancerArns = [cloud.Balancer("x").Replace("/net/", "/app/")],
        }));
        Assert.Equal("UnsupportedOperation", Refused(new() { AddGatewayLoadBalancerArns = ["arn:x"] }));
        Assert.Equal("InvalidParameter", Cloud.Refusal(() => cloud.Service()));
        cloud.Run(new ModifyVpcEndpointServiceConfiguration(), new()
        {
            ServiceId = id,
            AcceptanceRequired = false,
            AddNetworkLoadBalancerArns = [cloud.Balancer("second")],
            RemoveNetworkLoadBalancerArns = [cloud.Balancer()],
            AddSupportedIpAddressTypes = ["ipv6"],
            PrivateDnsName = "pay.example.com",
        });
        cloud.Run(new ModifyVpcEndpointServicePayerResponsibility(), new()
        {
            ServiceId = id, PayerResponsibility = PayerResponsibility.ServiceOwner,
        });
        var after = Described(cloud, id);
        Assert.False(after.AcceptanceRequired);
        Assert.Equal([cloud.Balancer("second")], after.NetworkLoadBalancerArns!);
        Assert.Equal(PayerResponsibility.ServiceOwner, after.PayerResponsibility);
        Assert.Equal(DnsNameState.PendingVerification, after.PrivateDnsNameConfiguration!.State);
        var vpc = cloud.Vpc();
        Assert.Equal(
            "InvalidParameter", Cloud.Refusal(() => cloud.InterfaceEndpoint(vpc, service.ServiceName!, true)));
        cloud.Run(new ModifyVpcEndpointServiceConfiguration(), new() { ServiceId = id, RemovePrivateDnsName = true });
        Assert.Null(Described(cloud, id).PrivateDnsName);
    }

    [Fact]
    public void Topics_are_told_what_happens_to_endpoints_and_nothing_more_after_the_notification_goes()
    {
        var cloud = Cloud.New();
        var service = cloud.Service();
        var notification = cloud.Run(new CreateVpcEndpointConnectionNotification(), new()
        {
            ServiceId = service.ServiceId,
            ConnectionNotificationArn = Endpoints.Topic,
            ConnectionEvents = ["Connect", "Accept"],
        }).ConnectionNotification!;
        Assert.Equal(ConnectionNotificationState.Enabled, notification.ConnectionNotificationState);
        var vpc = cloud.Vpc();
        var id = cloud.InterfaceEndpoint(vpc, service.ServiceName!).VpcEndpointId!;
        cloud.AcceptEndpoint(service.ServiceId!, id);
        cloud.Run(new ModifyVpcEndpointConnectionNotification(), new()
        {
            ConnectionNotificationId = notification.ConnectionNotificationId, ConnectionEvents = ["Reject"],
        });
        cloud.RejectEndpoint(service.ServiceId!, id);
        cloud.Run(new DeleteVpcEndpointConnectionNotifications(), new()
        {
            ConnectionNotificationIds = [notification.ConnectionNotificationId!],
        });
        cloud.DeleteEndpoint(id);
        var sent = cloud.Ask(ToldTopics.Of);
        Assert.Equal(["Connect", "Accept", "Reject"], sent.Select(message =>
            JsonDocument.Parse(message.Body).RootElement.GetProperty("event").GetString()!));
        Assert.All(sent, message => Assert.Equal(Endpoints.Topic, message.TargetArn));
    }

    [Fact]
    public void An_endpoints_owner_can_listen_too_and_a_topic_that_is_none_is_refused()
    {
        var cloud = Cloud.New();
        var vpc = cloud.Vpc();
        var id = cloud.InterfaceEndpoint(vpc, "com.amazonaws.eu-west-1.ec2").VpcEndpointId!;
        CreateVpcEndpointConnectionNotificationRequest request = new()
        {
            VpcEndpointId = id, ConnectionNotificationArn = Endpoints.Topic, ConnectionEvents = ["Delete"],
        };
        string Refused(CreateVpcEndpointConnectionNotificationRequest wrong) =>
            cloud.Refused(new CreateVpcEndpointConnectionNotification(), wrong);
        Assert.Equal("InvalidParameter", Refused(request with { ConnectionEvents = ["Explode"] }));
        Assert.Equal("InvalidParameter", Refused(request with { ConnectionNotificationArn = "arn:aws:sqs:x" }));
        Assert.Equal("InvalidParameter", Refused(request with { ConnectionNotificationArn = ToldTopics.Missing }));
        var gateway = cloud.GatewayEndpoint(vpc).VpcEndpointId;
        Assert.Equal("InvalidParameter", Refused(request with { VpcEndpointId = gateway }));
        cloud.Run(new CreateVpcEndpointConnectionNotification(), request);
        var listed = cloud.Run(new DescribeVpcEndpointConnectionNotifications(), new()
        {
            Filters = [new() { Name = "vpc-endpoint-id", Values = [id] }],
        });
        Assert.Single(listed.ConnectionNotificationSet!);
        cloud.DeleteEndpoint(id);
        var sent = Assert.Single(cloud.Ask(ToldTopics.Of));
        Assert.Contains(id, sent.Subject);
        cloud.Advance(TimeSpan.FromHours(1));
        Assert.Equal("InvalidConnectionNotification", cloud.Refused(
            new DescribeVpcEndpointConnectionNotifications(),
            new DescribeVpcEndpointConnectionNotificationsRequest
            {
                ConnectionNotificationId = listed.ConnectionNotificationSet![0].ConnectionNotificationId,
            }));
    }

    [Fact]
    public void An_endpoint_says_what_it_waits_for_and_who_can_help()
    {
        var cloud = Cloud.New();
        var service = cloud.Service();
        var id = cloud.InterfaceEndpoint(cloud.Vpc(), service.ServiceName!).VpcEndpointId!;
        Decision Why() => cloud.Ask(call => call.Port<IExplainer>().Explain(call, id)).Decision;
        var waiting = Why();
        Assert.Equal("ENDPOINT_PENDING_ACCEPTANCE", waiting.Root.Code);
        Assert.Equal("ec2:AcceptVpcEndpointConnections", waiting.Remedies.Single().Changes[0].Action);
        cloud.AcceptEndpoint(service.ServiceId!, id);
        Assert.True(Why().Allowed);
        cloud.RejectEndpoint(service.ServiceId!, id);
        Assert.Equal("REJECTED_BY_OWNER", Why().Root.Because[0].Code);
    }

    private static ServiceConfiguration Described(Cloud cloud, string id) =>
        cloud.Run(new DescribeVpcEndpointServiceConfigurations(), new() { ServiceIds = [id] })
            .ServiceConfigurations!.Single();
}
