using Orrery.Services.Ec2.Operations.SecurityGroups;
using Orrery.Services.Ec2.Operations.Spot;
using Orrery.Services.Ec2.Operations.Subnets;
using Orrery.Wire.Generated.Ec2;

namespace Orrery.Tests.Unit.Services.Ec2;

/// <summary>
/// The filters of Spot requests that look at their launches. Source: EC2 API Reference, DescribeSpotInstanceRequests.
/// </summary>
public sealed class SpotFilterTests
{
    private readonly Cloud _cloud = Market.New();

    [Fact]
    public void Requests_are_found_by_disks_groups_and_monitoring()
    {
        var group = Assert.Single(_cloud.Run(new DescribeSecurityGroups(), new()).SecurityGroups!).GroupId!;
        Ask(new()
        {
            SecurityGroupIds = [group],
            Monitoring = new() { Enabled = true },
            BlockDeviceMappings =
            [
                new()
                {
                    DeviceName = "/dev/sdf",
                    Ebs = new() { VolumeSize = 7, VolumeType = VolumeType.Gp3, DeleteOnTermination = false },
                },
            ],
        });
        Ask(new());
        Assert.Equal(
            [1, 1, 1, 1, 1, 1, 1, 0, 0, 0],
            new[]
            {
                Count("launch.group-id", group), Count("launch.group-name", "default"),
                Count("launch.monitoring-enabled", "true"),
                Count("launch.block-device-mapping.device-name", "/dev/sdf"),
                Count("launch.block-device-mapping.volume-size", "7"),
                Count("launch.block-device-mapping.volume-type", "gp3"),
                Count("launch.block-device-mapping.delete-on-termination", "false"),
                Count("launch.block-device-mapping.snapshot-id", "*"),
                Count("launch.kernel-id", "*"), Count("launch.ramdisk-id", "*"),
            });
        Assert.Equal(2, Count("launched-availability-zone-id", "euw1-az*"));
        Assert.Equal(0, Count("launch-group", "*") + Count("availability-zone-group", "*"));
    }

    [Fact]
    public void Requests_are_found_by_their_interfaces()
    {
        var made = _cloud.Run(new DescribeSubnets(), new()).Subnets!.First(s => s.AvailabilityZone == Market.Zone);
        var (subnet, address) = (made.SubnetId!, made.CidrBlock!.Replace(".0/20", ".77", StringComparison.Ordinal));
        Ask(new()
        {
            NetworkInterfaces =
            [
                new()
                {
                    DeviceIndex = 0, SubnetId = subnet, Description = "front", DeleteOnTermination = true,
                    PrivateIpAddresses = [new() { PrivateIpAddress = address, Primary = true }],
                },
            ],
        });
        Ask(new());
        Assert.Equal(
            [1, 1, 1, 1, 1, 1, 0, 0],
            new[]
            {
                Count("network-interface.subnet-id", subnet), Count("network-interface.device-index", "0"),
                Count("network-interface.description", "fr*"),
                Count("network-interface.delete-on-termination", "true"),
                Count("network-interface.addresses.primary", "true"),
                Count("network-interface.private-ip-address", address),
                Count("network-interface.group-id", "*"), Count("network-interface.network-interface-id", "*"),
            });
    }

    private void Ask(RequestSpotLaunchSpecification launch) => _cloud.Run(
        new RequestSpotInstances(), new RequestSpotInstancesRequest
        {
            LaunchSpecification = launch with { ImageId = Fleet.Image, InstanceType = InstanceType.T3Micro },
        });

    private int Count(string filter, string value) => _cloud.Run(
        new DescribeSpotInstanceRequests(), new DescribeSpotInstanceRequestsRequest
        {
            Filters = [new() { Name = filter, Values = [value] }],
        }).SpotInstanceRequests!.Count;
}
