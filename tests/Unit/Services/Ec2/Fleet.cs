using Orrery.Services.Ec2.Operations.Images;
using Orrery.Services.Ec2.Operations.Instances;
using Orrery.Services.Ec2.Operations.NetworkInterfaces;
using Orrery.Wire.Generated.Ec2;

namespace Orrery.Tests.Unit.Services.Ec2;

/// <summary>Short ways to what tests of instances begin with.</summary>
internal static class Fleet
{
    /// <summary>An image that is not in the catalogue.</summary>
    public const string Image = "ami-0123456789abcdef0";

    /// <summary>A world whose quota of vCPUs is no hindrance.</summary>
    public static Cloud New() => Cloud.New(quotas: ("L-1216C47A", 100_000));

    /// <summary>The same, with the durations of AWS.</summary>
    public static Cloud Slow() => Cloud.Slow(("L-1216C47A", 100_000));

    /// <summary>A launch of one small instance.</summary>
    public static RunInstancesRequest One(string? subnet = null) => new()
    {
        ImageId = Image, InstanceType = InstanceType.T3Micro, MinCount = 1, MaxCount = 1, SubnetId = subnet,
    };

    /// <summary>Launches one instance and tells it as it was answered.</summary>
    public static Instance Launch(this Cloud cloud, RunInstancesRequest request) =>
        Assert.Single(cloud.Run(new RunInstances(), request).Instances!);

    /// <summary>Launches one small instance and tells its id.</summary>
    public static string Launch(this Cloud cloud, string? subnet = null) => cloud.Launch(One(subnet)).InstanceId!;

    /// <summary>An instance as it is now.</summary>
    public static Instance Instance(this Cloud cloud, string id) => Assert.Single(Assert.Single(cloud.Run(
        new DescribeInstances(), new DescribeInstancesRequest { InstanceIds = [id] }).Reservations!).Instances!);

    /// <summary>The ids of the instances that a filter leaves.</summary>
    public static IReadOnlyList<string> Found(this Cloud cloud, string filter, params string[] values) =>
    [
        .. cloud.Run(new DescribeInstances(), new DescribeInstancesRequest
        {
            Filters = [new() { Name = filter, Values = values }],
        }).Reservations!.SelectMany(r => r.Instances!).Select(i => i.InstanceId!),
    ];

    /// <summary>The state of an instance as it is now.</summary>
    public static InstanceStateName StateOf(this Cloud cloud, string id) => cloud.Instance(id).State!.Name!.Value;

    /// <summary>Stops an instance.</summary>
    public static InstanceStateChange Stop(this Cloud cloud, string id) => Assert.Single(cloud.Run(
        new StopInstances(), new StopInstancesRequest { InstanceIds = [id] }).StoppingInstances!);

    /// <summary>Starts an instance.</summary>
    public static InstanceStateChange Start(this Cloud cloud, string id) => Assert.Single(cloud.Run(
        new StartInstances(), new StartInstancesRequest { InstanceIds = [id] }).StartingInstances!);

    /// <summary>Terminates an instance.</summary>
    public static InstanceStateChange Terminate(this Cloud cloud, string id) => Assert.Single(cloud.Run(
        new TerminateInstances(), new TerminateInstancesRequest { InstanceIds = [id] }).TerminatingInstances!);

    /// <summary>Makes a network interface and tells its id.</summary>
    public static string Interface(this Cloud cloud, string subnet) => cloud.Run(
        new CreateNetworkInterface(), new CreateNetworkInterfaceRequest { SubnetId = subnet })
        .NetworkInterface!.NetworkInterfaceId!;

    /// <summary>The interfaces that there are.</summary>
    public static IReadOnlyList<NetworkInterface> Interfaces(this Cloud cloud, string vpc) => cloud.Run(
        new DescribeNetworkInterfaces(),
        new DescribeNetworkInterfacesRequest { Filters = [new() { Name = "vpc-id", Values = [vpc] }] })
        .NetworkInterfaces!;

    /// <summary>Attaches an interface and tells the attachment.</summary>
    public static string Attach(this Cloud cloud, string face, string instance, int index) => cloud.Run(
        new AttachNetworkInterface(),
        new AttachNetworkInterfaceRequest { NetworkInterfaceId = face, InstanceId = instance, DeviceIndex = index })
        .AttachmentId!;

    /// <summary>Sets an attribute of an instance.</summary>
    public static void Modify(this Cloud cloud, ModifyInstanceAttributeRequest request) =>
        cloud.Run(new ModifyInstanceAttribute(), request);

    /// <summary>The newest image of a name pattern.</summary>
    public static Image ImageNamed(this Cloud cloud, string pattern) => cloud.Run(new DescribeImages(), new()
    {
        Filters = [new() { Name = "name", Values = [pattern] }],
    }).Images!.OrderBy(image => image.CreationDate, StringComparer.Ordinal).Last();
}
