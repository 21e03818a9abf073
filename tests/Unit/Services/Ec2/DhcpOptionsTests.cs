using Orrery.Services.Ec2.Operations.DhcpOptions;
using Orrery.Services.Ec2.Operations.Vpcs;
using Orrery.Wire.Generated.Ec2;

namespace Orrery.Tests.Unit.Services.Ec2;

public sealed class DhcpOptionsTests
{
    private readonly Cloud _cloud = Cloud.New();

    [Fact]
    public void Options_are_kept_as_given_with_lists_taken_apart()
    {
        var options = New(("domain-name", ["example.com"]), ("domain-name-servers", ["10.2.5.1,10.2.5.2"]));
        Assert.Equal(["10.2.5.1", "10.2.5.2"], options.DhcpConfigurations![1].Values!.Select(v => v.Value));
    }

    [Theory]
    [InlineData("domain-name-servers", "AmazonProvidedDNS", true)]
    [InlineData("domain-name-servers", "10.0.0.1,10.0.0.2,10.0.0.3,10.0.0.4", true)]
    [InlineData("domain-name-servers", "10.0.0.1,10.0.0.2,10.0.0.3,10.0.0.4,10.0.0.5", false)]
    [InlineData("domain-name-servers", "dns.example.com", false)]
    [InlineData("ntp-servers", "10.0.0.1,2001:db8::1", true)]
    [InlineData("netbios-name-servers", "2001:db8::1", false)]
    [InlineData("netbios-node-type", "2", true)]
    [InlineData("netbios-node-type", "3", false)]
    [InlineData("ipv6-address-preferred-lease-time", "140", true)]
    [InlineData("ipv6-address-preferred-lease-time", "139", false)]
    [InlineData("mtu", "1500", false)]
    public void Only_what_the_reference_lists_is_an_option(string key, string value, bool valid)
    {
        if (valid)
            New((key, [value]));
        else
            Assert.Equal("InvalidParameterValue", Cloud.Refusal(() => New((key, [value]))));
    }

    [Fact]
    public void A_set_in_use_stays_until_its_vpc_takes_the_default()
    {
        var options = New(("domain-name", ["example.com"]));
        var vpc = _cloud.Run(new CreateVpc(), new() { CidrBlock = "10.2.0.0/16" }).Vpc!;
        Associate(vpc, options.DhcpOptionsId!);
        var delete = new DeleteDhcpOptionsRequest { DhcpOptionsId = options.DhcpOptionsId };
        Assert.Equal("DependencyViolation", Cloud.Refusal(() => _cloud.Run(new DeleteDhcpOptions(), delete)));

        Associate(vpc, "default");
        Assert.Equal("default", Of(vpc));
        _cloud.Run(new DeleteDhcpOptions(), delete);
        Assert.Equal("InvalidDhcpOptionID.NotFound", Cloud.Refusal(() => Associate(vpc, options.DhcpOptionsId!)));
    }

    [Fact]
    public void A_new_vpc_takes_the_set_of_its_region_whatever_the_default_vpc_has()
    {
        var region = _cloud.Run(new DescribeDhcpOptions(), new()).DhcpOptions!.Single().DhcpOptionsId;
        var defaultVpc = _cloud.Run(new DescribeVpcs(), new()).Vpcs!.Single();
        Associate(defaultVpc, New(("domain-name", ["example.com"])).DhcpOptionsId!);
        var vpc = _cloud.Run(new CreateVpc(), new() { CidrBlock = "10.2.0.0/16" }).Vpc!;
        Assert.Equal(region, vpc.DhcpOptionsId);
    }

    [Theory]
    [InlineData("key", "netbios-node-type", 1)]
    [InlineData("value", "AmazonProvidedDNS", 1)]
    [InlineData("owner-id", "123456789012", 2)]
    [InlineData("tag-key", "*", 0)]
    public void Sets_are_found_by_the_filters_of_the_reference(string name, string value, int count)
    {
        New(("netbios-node-type", ["2"]));
        var found = _cloud.Run(
            new DescribeDhcpOptions(), new() { Filters = [new() { Name = name, Values = [value] }] });
        Assert.Equal(count, found.DhcpOptions!.Count);
    }

    private DhcpOptions New(params (string Key, string[] Values)[] options) => _cloud.Run(new CreateDhcpOptions(), new()
    {
        DhcpConfigurations = [.. options.Select(o => new NewDhcpConfiguration { Key = o.Key, Values = o.Values })],
    }).DhcpOptions!;

    private AssociateDhcpOptionsResult Associate(Vpc vpc, string options) =>
        _cloud.Run(new AssociateDhcpOptions(), new() { VpcId = vpc.VpcId, DhcpOptionsId = options });

    private string? Of(Vpc vpc) =>
        _cloud.Run(new DescribeVpcs(), new() { VpcIds = [vpc.VpcId!] }).Vpcs!.Single().DhcpOptionsId;
}
