using Orrery.Contracts.Regions;
using Orrery.Services.Ec2.Operations.Regions;
using Orrery.Wire.Generated.Ec2;

namespace Orrery.Tests.Unit.Services.Ec2;

public sealed class RegionTests
{
    private readonly Cloud _cloud = Cloud.New("us-east-1");

    [Fact]
    public void All_regions_have_zones_with_names_and_ids_of_their_own()
    {
        Assert.Equal(34, RegionCatalog.All.Count);
        var zones = RegionCatalog.All.SelectMany(r => r.Zones).ToList();
        Assert.All(
            RegionCatalog.All,
            r => Assert.All(r.Zones, z => Assert.StartsWith(r.Code, z.Name, StringComparison.Ordinal)));
        Assert.All(RegionCatalog.All, r => Assert.InRange(r.Zones.Count, 2, 6));
        Assert.Equal(zones.Count, zones.Select(z => z.Name).Distinct().Count());
        Assert.Equal(zones.Count, zones.Select(z => z.Id).Distinct().Count());
        Assert.Null(RegionCatalog.Find("eu-nowhere-1"));
    }

    [Fact]
    public void Regions_tell_endpoint_geography_and_opt_in()
    {
        var regions = _cloud.Run(new DescribeRegions(), new()).Regions!;
        var ireland = regions.Single(r => r.RegionName == "eu-west-1");
        Assert.Equal(("ec2.eu-west-1.amazonaws.com", "opt-in-not-required"), (ireland.Endpoint, ireland.OptInStatus));
        Assert.Equal("Ireland", ireland.Geography!.Single().Name);
        Assert.Equal("opted-in", regions.Single(r => r.RegionName == "af-south-1").OptInStatus);
    }

    [Theory]
    [InlineData("endpoint", "ec2.us-*", 4)]
    [InlineData("opt-in-status", "opt-in-not-required", 17)]
    [InlineData("region-name", "eu-west-?", 3)]
    public void Regions_are_found_by_the_filters_of_the_reference(string name, string value, int count) =>
        Assert.Equal(count, _cloud.Run(
            new DescribeRegions(), new() { Filters = [new() { Name = name, Values = [value] }] }).Regions!.Count);

    [Fact]
    public void An_unknown_region_or_zone_is_refused()
    {
        Assert.Equal("InvalidParameterValue", Cloud.Refusal(() =>
            _cloud.Run(new DescribeRegions(), new() { RegionNames = ["us-east-9"] })));
        Assert.Equal("InvalidParameterValue", Cloud.Refusal(() =>
            _cloud.Run(new DescribeAvailabilityZones(), new() { ZoneNames = ["eu-west-1a"] })));
        Assert.Equal("InvalidParameterValue", Cloud.Refusal(() =>
            _cloud.Run(new DescribeAvailabilityZones(), new() { ZoneIds = ["use1-az9"] })));
        Assert.Equal("InvalidRegion", Cloud.Refusal(() =>
            _cloud.In("eu-nowhere-1").Run(new DescribeAvailabilityZones(), new())));
    }

    [Fact]
    public void Zones_tell_their_group_and_place()
    {
        var zone = _cloud.Run(
            new DescribeAvailabilityZones(), new() { ZoneIds = ["use1-az4"] }).AvailabilityZones!.Single();
        Assert.Equal(
            ("us-east-1d", "us-east-1-zg-1", "us-east-1"), (zone.ZoneName, zone.GroupName, zone.NetworkBorderGroup));
        Assert.Equal("US East (N. Virginia) 1", zone.GroupLongName);
        Assert.Equal(("Virginia", AvailabilityZoneState.Available), (zone.SubGeography!.Single().Name, zone.State));
    }

    [Theory]
    [InlineData("zone-name", "us-east-1?", 6)]
    [InlineData("zone-id", "use1-az1", 1)]
    [InlineData("zone-type", "availability-zone", 6)]
    [InlineData("zone-type", "local-zone", 0)]
    [InlineData("state", "available", 6)]
    [InlineData("opt-in-status", "opt-in-not-required", 6)]
    [InlineData("region-name", "us-east-1", 6)]
    [InlineData("group-name", "us-east-1-zg-1", 6)]
    [InlineData("group-long-name", "*Virginia*", 6)]
    [InlineData("parent-zone-id", "*", 0)]
    [InlineData("parent-zone-name", "*", 0)]
    [InlineData("message", "*", 0)]
    public void Zones_are_found_by_the_filters_of_the_reference(string name, string value, int count) =>
        Assert.Equal(count, _cloud.Run(new DescribeAvailabilityZones(), new()
        {
            Filters = [new() { Name = name, Values = [value] }],
        }).AvailabilityZones!.Count);

    [Fact]
    public void Account_attributes_follow_the_quotas()
    {
        var all = Cloud.New("us-east-1", ("L-0263D0A3", 7)).Run(
            new DescribeAccountAttributes(), new()).AccountAttributes!;
        Assert.Equal(6, all.Count);
        Assert.Equal(
            "7", all.Single(a => a.AttributeName == "vpc-max-elastic-ips").AttributeValues!.Single().AttributeValue);
    }
}
