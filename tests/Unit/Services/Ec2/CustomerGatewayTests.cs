using Orrery.Services.Ec2.Operations.CustomerGateways;
using Orrery.Services.Ec2.Operations.VpnConnections;
using Orrery.Wire.Generated.Ec2;

namespace Orrery.Tests.Unit.Services.Ec2;

public sealed class CustomerGatewayTests
{
    private static readonly CreateCustomerGatewayRequest Ask = new()
    {
        Type = GatewayType.Ipsec1, IpAddress = "198.51.100.7", BgpAsn = 65001,
    };

    [Fact]
    public void It_is_pending_then_available_and_once_deleted_seen_for_an_hour()
    {
        var cloud = Cloud.Slow();
        var made = cloud.Run(new CreateCustomerGateway(), Ask).CustomerGateway!;
        Assert.Equal(("pending", "65001", null), (made.State, made.BgpAsn, made.BgpAsnExtended));
        cloud.Advance(TimeSpan.FromMinutes(1));
        var id = made.CustomerGatewayId!;
        Assert.Equal("available", Find(cloud, id).State);

        var delete = new DeleteCustomerGatewayRequest { CustomerGatewayId = id };
        cloud.Run(new DeleteCustomerGateway(), delete);
        Assert.Equal("deleting", Find(cloud, id).State);
        cloud.Advance(TimeSpan.FromMinutes(1));
        Assert.Equal("deleted", Find(cloud, id).State);
        Assert.Equal("InvalidCustomerGatewayID.NotFound", cloud.Refused(new DeleteCustomerGateway(), delete));
        cloud.Advance(TimeSpan.FromHours(1));
        Assert.Equal("InvalidCustomerGatewayID.NotFound", Cloud.Refusal(() => Find(cloud, id)));
    }

    [Fact]
    public void One_with_the_same_address_ASN_and_device_name_is_not_made_twice()
    {
        var cloud = Cloud.New();
        var id = cloud.Run(new CreateCustomerGateway(), Ask).CustomerGateway!.CustomerGatewayId!;
        Assert.Equal(id, cloud.Run(new CreateCustomerGateway(), Ask).CustomerGateway!.CustomerGatewayId);
        var named = cloud.Run(new CreateCustomerGateway(), Ask with { DeviceName = "second" }).CustomerGateway!;
        Assert.NotEqual(id, named.CustomerGatewayId);

        cloud.Run(new DeleteCustomerGateway(), new() { CustomerGatewayId = id });
        Assert.NotEqual(id, cloud.Run(new CreateCustomerGateway(), Ask).CustomerGateway!.CustomerGatewayId);
    }

    [Fact]
    public void A_connection_keeps_it_from_being_deleted_until_it_is_gone()
    {
        var office = Office.New(Cloud.New());
        var delete = new DeleteCustomerGatewayRequest { CustomerGatewayId = office.Customer };
        Assert.Equal("IncorrectState", office.Cloud.Refused(new DeleteCustomerGateway(), delete));
        office.Delete();
        office.Cloud.Run(new DeleteCustomerGateway(), delete);
        Assert.Equal("InvalidCustomerGatewayID.NotFound", office.Cloud.Refused(
            new CreateVpnConnection(), Office.Request(office.Gateway, office.Customer)));
    }

    [Fact]
    public void A_large_ASN_has_a_parameter_of_its_own()
    {
        var cloud = Cloud.New();
        var large = cloud.Run(
            new CreateCustomerGateway(), Ask with { BgpAsn = null, BgpAsnExtended = 4200000000 }).CustomerGateway!;
        Assert.Equal((null, "4200000000"), (large.BgpAsn, large.BgpAsnExtended));
        Assert.Equal("InvalidParameterValue", Refused(Ask with { BgpAsn = null, BgpAsnExtended = 65001 }));
        Assert.Equal("InvalidParameterValue", Refused(Ask with { BgpAsn = 0 }));
        Assert.Equal("InvalidParameterCombination", Refused(Ask with { BgpAsnExtended = 4200000000 }));
        string Refused(CreateCustomerGatewayRequest request) => cloud.Refused(new CreateCustomerGateway(), request);
    }

    [Fact]
    public void What_is_not_served_is_refused_by_name()
    {
        var cloud = Cloud.New();
        const string Certificate = "arn:aws:acm:eu-west-1:1:certificate/1";
        Assert.Equal("UnsupportedOperation", Refused(Ask with { CertificateArn = Certificate }));
        Assert.Equal("UnsupportedOperation", Refused(Ask with { IpAddress = "2001:db8::7" }));
        Assert.Equal("InvalidParameterValue", Refused(Ask with { IpAddress = "office" }));
        Assert.Equal("MissingParameter", Refused(Ask with { IpAddress = null }));
        string Refused(CreateCustomerGatewayRequest request) => cloud.Refused(new CreateCustomerGateway(), request);
    }

    [Fact]
    public void A_region_holds_as_many_as_its_quota_says()
    {
        var cloud = Cloud.New("eu-west-1", ("L-4FB7FF5D", 1));
        cloud.Run(new CreateCustomerGateway(), Ask);
        Assert.Equal("CustomerGatewayLimitExceeded", cloud.Refused(
            new CreateCustomerGateway(), Ask with { IpAddress = "198.51.100.8" }));
    }

    private static CustomerGateway Find(Cloud cloud, string id) =>
        cloud.Run(new DescribeCustomerGateways(), new() { CustomerGatewayIds = [id] }).CustomerGateways![0];
}
