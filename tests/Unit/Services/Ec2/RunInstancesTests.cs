using System.Text;
using Orrery.Services.Ec2.Operations.Instances;
using Orrery.Services.Ec2.Operations.KeyPairs;
using Orrery.Services.Ec2.Operations.SecurityGroups;
using Orrery.Services.Ec2.Operations.Subnets;
using Orrery.Services.Ec2.Operations.Tags;
using Orrery.Services.Ec2.Operations.Vpcs;
using Orrery.Services.Ec2.Rules.Templates;
using Orrery.Wire.Generated.Ec2;

namespace Orrery.Tests.Unit.Services.Ec2;

public sealed class RunInstancesTests
{
    [Fact]
    public void Without_a_subnet_it_is_in_the_default_one_with_a_public_address()
    {
        var cloud = Fleet.New();
        var instance = cloud.Launch(Fleet.One());
        Assert.Equal("eu-west-1a", instance.Placement!.AvailabilityZone);
        Assert.Equal("172.31.0.4", instance.PrivateIpAddress);
        Assert.Equal("ip-172-31-0-4.eu-west-1.compute.internal", instance.PrivateDnsName);
        Assert.NotNull(instance.PublicIpAddress);
        Assert.Equal("default", Assert.Single(instance.SecurityGroups!).GroupName);
        Assert.Equal((1, 2), (instance.CpuOptions!.CoreCount, instance.CpuOptions.ThreadsPerCore));
        Assert.Equal("unlimited", Credits(cloud, instance.InstanceId!));

        var b = cloud.Launch(Fleet.One() with { Placement = new() { AvailabilityZone = "eu-west-1b" } });
        Assert.Equal("eu-west-1b", b.Placement!.AvailabilityZone);
        Assert.Equal("InvalidParameterValue", cloud.Refused(
            new RunInstances(), Fleet.One() with { Placement = new() { AvailabilityZone = "eu-west-1z" } }));
        Assert.Equal("InvalidParameterCombination", cloud.Refused(
            new RunInstances(), Fleet.One(b.SubnetId) with { Placement = new() { AvailabilityZone = "eu-west-1a" } }));
    }

    [Fact]
    public void A_launch_is_answered_as_it_is_described()
    {
        var cloud = Fleet.Slow();
        var subnet = cloud.Subnet(cloud.Vpc());
        var launched = cloud.Run(new RunInstances(), Fleet.One() with
        {
            InstanceType = InstanceType.M5Large,
            MaxCount = 3,
            NetworkInterfaces =
            [
                new() { DeviceIndex = 1, SubnetId = subnet }, new() { DeviceIndex = 0, SubnetId = subnet },
            ],
            BlockDeviceMappings =
            [
                new() { DeviceName = "/dev/sdh", Ebs = new() { VolumeSize = 5 } },
                new() { DeviceName = "/dev/sdc", Ebs = new() { VolumeSize = 6, DeleteOnTermination = false } },
            ],
            TagSpecifications =
            [
                new() { ResourceType = ResourceType.Instance, Tags = [new() { Key = "a", Value = "b" }] },
            ],
        });
        var described = Assert.Single(cloud.Run(new DescribeInstances(), new()
        {
            Filters = [new() { Name = "reservation-id", Values = [launched.ReservationId!] }],
        }).Reservations!);
        Assert.Equal(3, launched.Instances!.Count);
        Assert.Equal(
            described.Instances!.Select(ShapeJson.Write), launched.Instances.Select(ShapeJson.Write));
        Assert.All(launched.Instances, instance => Assert.Equal((2, 3), (
            instance.NetworkInterfaces!.Count, instance.BlockDeviceMappings!.Count)));
    }

    [Fact]
    public void Without_a_default_subnet_or_vpc_a_subnet_must_be_named()
    {
        var cloud = Fleet.New();
        var subnets = cloud.Run(new DescribeSubnets(), new()).Subnets!;
        foreach (var subnet in subnets)
        {
            cloud.Run(new DeleteSubnet(), new() { SubnetId = subnet.SubnetId });
        }

        Assert.Equal("MissingInput", cloud.Refused(new RunInstances(), Fleet.One()));
        var vpc = subnets[0].VpcId!;
        var gateway = cloud.Run(new Orrery.Services.Ec2.Operations.InternetGateways.DescribeInternetGateways(), new())
            .InternetGateways![0].InternetGatewayId!;
        cloud.Detach(gateway, vpc);
        cloud.Run(new DeleteVpc(), new() { VpcId = vpc });
        Assert.Equal("VPCIdNotSpecified", cloud.Refused(new RunInstances(), Fleet.One()));
        cloud.Launch(cloud.Subnet(cloud.Vpc()));
    }

    [Fact]
    public void As_many_are_launched_as_there_are_addresses_and_at_least_the_minimum()
    {
        var cloud = Fleet.New();
        var subnet = cloud.Subnet(cloud.Vpc(), "10.0.1.0/28");
        var request = Fleet.One(subnet) with { MinCount = 12, MaxCount = 20 };
        Assert.Equal("InsufficientFreeAddressesInSubnet", cloud.Refused(new RunInstances(), request));
        Assert.Empty(cloud.Found("subnet-id", subnet));
        var launched = cloud.Run(new RunInstances(), request with { MinCount = 11 });
        Assert.Equal(Enumerable.Range(0, 11), launched.Instances!.Select(i => i.AmiLaunchIndex!.Value));
        Assert.Equal(11, cloud.Found("reservation-id", launched.ReservationId!).Count);
        Assert.All(launched.Instances!, i => Assert.Equal(InstanceStateName.Running, cloud.StateOf(i.InstanceId!)));
        Assert.Equal("InvalidParameterValue", cloud.Refused(
            new RunInstances(), request with { MinCount = 3, MaxCount = 2 }));
    }

    [Fact]
    public void The_vcpus_of_a_family_have_a_quota_which_stopped_instances_do_not_count_for()
    {
        var cloud = Cloud.New();
        var launched = cloud.Run(new RunInstances(), Fleet.One() with { MinCount = 1, MaxCount = 9 }).Instances!;
        Assert.Equal(2, launched.Count);
        Assert.Equal("VcpuLimitExceeded", cloud.Refused(new RunInstances(), Fleet.One()));
        Assert.Equal("VcpuLimitExceeded", cloud.Refused(
            new RunInstances(), Fleet.One() with { InstanceType = InstanceType.P3dn24xlarge }));
        cloud.Stop(launched[0].InstanceId!);
        cloud.Launch();
        Assert.Equal("VcpuLimitExceeded", cloud.Refused(
            new StartInstances(), new() { InstanceIds = [launched[0].InstanceId!] }));
        cloud.Terminate(launched[1].InstanceId!);
        cloud.Start(launched[0].InstanceId!);
    }

    [Fact]
    public void What_is_about_to_run_counts_for_the_quota_of_vcpus_and_Spot_Instances_have_their_own()
    {
        var cloud = Cloud.Slow(("L-34B43A08", 8));
        var spot = Fleet.One() with { InstanceMarketOptions = new() { MarketType = MarketType.Spot } };
        cloud.Run(new RunInstances(), spot with { MinCount = 2, MaxCount = 2 });
        Assert.Equal(2, cloud.Run(new RunInstances(), Fleet.One() with { MaxCount = 9 }).Instances!.Count);
        Assert.Equal("VcpuLimitExceeded", cloud.Refused(new RunInstances(), Fleet.One()));
    }

    [Fact]
    public void Interfaces_are_made_as_they_are_specified()
    {
        var cloud = Fleet.New();
        var vpc = cloud.Vpc(ipv6: true);
        var described = cloud.Run(new DescribeVpcs(), new() { VpcIds = [vpc] }).Vpcs![0];
        var block = described.Ipv6CidrBlockAssociationSet![0].Ipv6CidrBlock!;
        var subnet = cloud.Run(new CreateSubnet(), new()
        {
            VpcId = vpc,
            CidrBlock = "10.0.1.0/24",
            Ipv6CidrBlock = block.Replace("/56", "/64", StringComparison.Ordinal),
        }).Subnet!.SubnetId!;
        var group = cloud.Run(new CreateSecurityGroup(), new() { VpcId = vpc, GroupName = "web", Description = "web" });
        var instance = cloud.Launch(Fleet.One() with
        {
            NetworkInterfaces =
            [
                new()
                {
                    DeviceIndex = 0, SubnetId = subnet, PrivateIpAddress = "10.0.1.77", Groups = [group.GroupId!],
                    SecondaryPrivateIpAddressCount = 1, Ipv6AddressCount = 1, AssociatePublicIpAddress = true,
                    Description = "front", DeleteOnTermination = false,
                },
            ],
        });
        var face = Assert.Single(instance.NetworkInterfaces!);
        Assert.Equal(("10.0.1.77", "front"), (face.PrivateIpAddress, face.Description));
        Assert.Equal(2, face.PrivateIpAddresses!.Count);
        Assert.Single(face.Ipv6Addresses!);
        Assert.NotNull(instance.PublicIpAddress);
        Assert.Equal([instance.InstanceId!], cloud.Found("network-interface.description", "front"));
        cloud.Terminate(instance.InstanceId!);
        var left = Assert.Single(cloud.Interfaces(vpc));
        Assert.Null(left.Association);

        var again = Fleet.One() with
        {
            NetworkInterfaces = [new() { DeviceIndex = 0, NetworkInterfaceId = left.NetworkInterfaceId }],
        };
        Assert.Equal("10.0.1.77", cloud.Launch(again).PrivateIpAddress);
        Assert.Equal("InvalidNetworkInterface.InUse", cloud.Refused(new RunInstances(), again));
    }

    [Fact]
    public void Interfaces_that_do_not_go_together_are_refused()
    {
        var cloud = Fleet.New();
        var subnet = cloud.Subnet(cloud.Vpc());
        var operation = new RunInstances();
        InstanceNetworkInterfaceSpecification First() => new() { DeviceIndex = 0, SubnetId = subnet };
        string Refused(params InstanceNetworkInterfaceSpecification[] faces) =>
            cloud.Refused(operation, Fleet.One() with { NetworkInterfaces = faces });
        Assert.Equal("InvalidParameterCombination", cloud.Refused(
            operation, Fleet.One(subnet) with { NetworkInterfaces = [First()] }));
        Assert.Equal("InvalidParameterCombination", Refused(First() with { DeviceIndex = 1 }));
        Assert.Equal("InvalidParameterCombination", Refused(First(), First()));
        Assert.Equal("InvalidParameterCombination", Refused(
            First() with { AssociatePublicIpAddress = true }, First() with { DeviceIndex = 1 }));
        Assert.Equal("AttachmentLimitExceeded", Refused(
            First(), First() with { DeviceIndex = 1 }, First() with { DeviceIndex = 2 }));
        Assert.Equal("PrivateIpAddressLimitExceeded", Refused(First() with { SecondaryPrivateIpAddressCount = 2 }));
        Assert.Equal("UnsupportedOperation", Refused(First() with { InterfaceType = "efa" }));
        Assert.Equal("InvalidParameterCombination", cloud.Refused(
            operation, Fleet.One(subnet) with { PrivateIpAddress = "10.0.1.9", MaxCount = 2 }));
        var face = cloud.Interface(subnet);
        Assert.Equal("InvalidParameterCombination", Refused(new InstanceNetworkInterfaceSpecification
        {
            DeviceIndex = 0, NetworkInterfaceId = face, Description = "x",
        }));
    }

    [Fact]
    public void Group_names_are_those_of_the_default_vpc()
    {
        var cloud = Fleet.New();
        var group = cloud.Run(new CreateSecurityGroup(), new() { GroupName = "web", Description = "web" }).GroupId;
        var instance = cloud.Launch(Fleet.One() with { SecurityGroups = ["web"] });
        Assert.Equal(group, Assert.Single(instance.SecurityGroups!).GroupId);
        Assert.Equal("InvalidGroup.NotFound", cloud.Refused(
            new RunInstances(), Fleet.One() with { SecurityGroups = ["other"] }));
        Assert.Equal("InvalidParameterCombination", cloud.Refused(
            new RunInstances(), Fleet.One(cloud.Subnet(cloud.Vpc())) with { SecurityGroups = ["web"] }));
        var other = Fleet.One(cloud.Subnet(cloud.Vpc("10.1.0.0/16"), "10.1.1.0/24"));
        Assert.Equal("InvalidParameter", cloud.Refused(
            new RunInstances(), other with { SecurityGroupIds = [group!] }));
    }

    [Fact]
    public void What_it_is_launched_with_is_told_and_changed_by_its_rules()
    {
        var cloud = Fleet.New();
        var data = Convert.ToBase64String(Encoding.UTF8.GetBytes("#!/bin/sh"));
        var id = cloud.Launch(Fleet.One() with
        {
            UserData = data, InstanceInitiatedShutdownBehavior = ShutdownBehavior.Terminate,
        }).InstanceId!;
        Assert.Equal(data, Attribute(cloud, id, InstanceAttributeName.UserData).UserData!.Value);
        Assert.Equal("terminate", Attribute(cloud, id, InstanceAttributeName.InstanceInitiatedShutdownBehavior)
            .InstanceInitiatedShutdownBehavior!.Value);
        var retype = new ModifyInstanceAttributeRequest
        {
            InstanceId = id, InstanceType = new() { Value = "t3.small" },
        };
        Assert.Equal("IncorrectInstanceState", cloud.Refused(new ModifyInstanceAttribute(), retype));
        cloud.Stop(id);
        cloud.Modify(retype);
        cloud.Modify(new() { InstanceId = id, UserData = new() { Value = Encoding.UTF8.GetBytes("new") } });
        cloud.Modify(new()
        {
            InstanceId = id, Attribute = InstanceAttributeName.InstanceInitiatedShutdownBehavior, Value = "stop",
        });
        Assert.Equal("t3.small", Attribute(cloud, id, InstanceAttributeName.InstanceType).InstanceType!.Value);
        Assert.Equal("bmV3", Attribute(cloud, id, InstanceAttributeName.UserData).UserData!.Value);
        Assert.Equal("InvalidParameterValue", cloud.Refused(
            new ModifyInstanceAttribute(), retype with { InstanceType = new() { Value = "m6g.large" } }));
        Assert.Equal("InvalidParameterValue", cloud.Refused(
            new ModifyInstanceAttribute(), retype with { InstanceType = new() { Value = "t3.huge" } }));
        Assert.Equal("InvalidParameterCombination", cloud.Refused(
            new ModifyInstanceAttribute(), retype with { DisableApiStop = new() { Value = true } }));
        Assert.Equal("InvalidParameterValue", cloud.Refused(
            new RunInstances(), Fleet.One() with { UserData = "not base64!" }));
    }

    [Fact]
    public void Tags_of_the_instance_and_of_its_interfaces_come_with_it_and_go_with_it()
    {
        var cloud = Fleet.New();
        TagSpecification Of(ResourceType type) => new()
        {
            ResourceType = type, Tags = [new() { Key = "of", Value = type.ToWire() }],
        };
        var instance = cloud.Launch(Fleet.One() with
        {
            TagSpecifications = [Of(ResourceType.Instance), Of(ResourceType.NetworkInterface)],
        });
        Assert.Equal([instance.InstanceId!], cloud.Found("tag:of", "instance"));
        Assert.Equal([instance.InstanceId!], cloud.Found("network-interface.tag-value", "network-interface"));
        Assert.Equal("UnsupportedOperation", cloud.Refused(
            new RunInstances(), Fleet.One() with { TagSpecifications = [Of(ResourceType.ElasticGpu)] }));
        Assert.Equal("InvalidParameterValue", cloud.Refused(
            new RunInstances(), Fleet.One() with { TagSpecifications = [Of(ResourceType.Vpc)] }));
        cloud.Terminate(instance.InstanceId!);
        cloud.Advance(TimeSpan.FromHours(2));
        Assert.Empty(cloud.Run(new DescribeTags(), new()).Tags!);
    }

    [Fact]
    public void Metadata_options_follow_the_image_and_are_applied_after_a_while()
    {
        var cloud = Fleet.Slow();
        var image = cloud.ImageNamed("al2023-ami-2023.*-x86_64").ImageId;
        var id = cloud.Launch(Fleet.One() with { ImageId = image }).InstanceId!;
        cloud.Advance(TimeSpan.FromMinutes(1));
        var options = cloud.Instance(id).MetadataOptions!;
        Assert.Equal(
            (HttpTokensState.Required, 2, InstanceMetadataOptionsState.Applied),
            (options.HttpTokens, options.HttpPutResponseHopLimit, options.State));
        var change = new ModifyInstanceMetadataOptionsRequest { InstanceId = id, HttpPutResponseHopLimit = 3 };
        Assert.Equal(InstanceMetadataOptionsState.Pending, cloud.Run(
            new ModifyInstanceMetadataOptions(), change).InstanceMetadataOptions!.State);
        cloud.Advance(TimeSpan.FromMinutes(1));
        options = cloud.Instance(id).MetadataOptions!;
        Assert.Equal(
            (3, InstanceMetadataOptionsState.Applied, HttpTokensState.Required),
            (options.HttpPutResponseHopLimit, options.State, options.HttpTokens));
        Assert.Equal("InvalidParameterValue", cloud.Refused(
            new ModifyInstanceMetadataOptions(), change with { HttpPutResponseHopLimit = 65 }));
        Assert.Equal(HttpTokensState.Optional, cloud.Launch(Fleet.One()).MetadataOptions!.HttpTokens);
    }

    [Fact]
    public void Credits_are_an_option_of_burstable_types_only()
    {
        var cloud = Fleet.New();
        var request = Fleet.One() with { CreditSpecification = new() { CpuCredits = "standard" } };
        var id = cloud.Launch(request).InstanceId!;
        Assert.Equal("standard", Credits(cloud, id));
        var steady = cloud.Launch(Fleet.One() with { InstanceType = InstanceType.M5Large }).InstanceId!;
        var answer = cloud.Run(new ModifyInstanceCreditSpecification(), new()
        {
            InstanceCreditSpecifications =
            [
                new() { InstanceId = id, CpuCredits = "unlimited" },
                new() { InstanceId = steady, CpuCredits = "unlimited" },
                new() { InstanceId = "i-0123456789abcdef0", CpuCredits = "unlimited" },
            ],
        });
        Assert.Equal(id, Assert.Single(answer.SuccessfulInstanceCreditSpecifications!).InstanceId);
        Assert.Equal(
            [
                UnsuccessfulInstanceCreditSpecificationErrorCode.InstanceCreditSpecificationNotSupported,
                UnsuccessfulInstanceCreditSpecificationErrorCode.InvalidInstanceIDNotFound,
            ],
            answer.UnsuccessfulInstanceCreditSpecifications!.Select(u => u.Error!.Code!.Value));
        Assert.Equal("unlimited", Credits(cloud, id));
        Assert.Equal("InvalidParameterCombination", cloud.Refused(
            new RunInstances(), request with { InstanceType = InstanceType.M5Large }));
        Assert.Equal("InvalidInstanceID.NotSupported", cloud.Refused(
            new DescribeInstanceCreditSpecifications(), new() { InstanceIds = [steady] }));
    }

    [Fact]
    public void What_is_not_served_is_refused_by_name()
    {
        var cloud = Fleet.New();
        RunInstancesRequest[] requests =
        [
            Fleet.One() with
            {
                BlockDeviceMappings = [new() { DeviceName = "/dev/sdb", VirtualName = "ephemeral0" }],
            },
            Fleet.One() with { CpuOptions = new() { AmdSevSnp = AmdSevSnpSpecification.Enabled } },
            Fleet.One() with { EnclaveOptions = new() { Enabled = true } },
            Fleet.One() with { Placement = new() { Tenancy = Tenancy.Host } },
        ];
        Assert.All(requests, request => Assert.Equal(
            "UnsupportedOperation", cloud.Refused(new RunInstances(), request)));
        cloud.Launch(Fleet.One() with
        {
            HibernationOptions = new() { Configured = false },
            EnclaveOptions = new() { Enabled = false },
            MaintenanceOptions = new() { AutoRecovery = InstanceAutoRecoveryState.Disabled },
        });
    }

    [Fact]
    public void Images_and_keys_must_exist_as_far_as_that_can_be_known()
    {
        var cloud = Fleet.New();
        Assert.Equal("InvalidAMIID.Malformed", cloud.Refused(
            new RunInstances(), Fleet.One() with { ImageId = "ami-linux" }));
        Assert.Equal("MissingParameter", cloud.Refused(new RunInstances(), Fleet.One() with { ImageId = null }));
        var arm = cloud.ImageNamed("al2023-ami-2023.*-arm64").ImageId;
        Assert.Equal("InvalidParameterValue", cloud.Refused(new RunInstances(), Fleet.One() with { ImageId = arm }));
        Assert.Equal("arm64", cloud.Launch(Fleet.One() with
        {
            ImageId = arm, InstanceType = InstanceType.T4gMicro,
        }).Architecture!.Value.ToWire());
        var keyed = Fleet.One() with { KeyName = "mine" };
        Assert.Equal("InvalidKeyPair.NotFound", cloud.Refused(new RunInstances(), keyed));
        cloud.Run(new CreateKeyPair(), new() { KeyName = "mine", KeyType = KeyType.Ed25519 });
        Assert.Equal("mine", cloud.Launch(keyed).KeyName);
    }

    [Fact]
    public void Listing_is_by_pages_and_by_each_of_its_filters()
    {
        var cloud = Fleet.New();
        var subnet = cloud.Subnet(cloud.Vpc());
        var ids = cloud.Run(new RunInstances(), Fleet.One(subnet) with { MinCount = 5, MaxCount = 5 })
            .Instances!.Select(i => i.InstanceId!).ToList();
        var pages = new List<string>();
        string? token = null;
        do
        {
            var page = cloud.Run(new DescribeInstances(), new() { MaxResults = 2, NextToken = token });
            pages.AddRange(page.Reservations!.SelectMany(r => r.Instances!).Select(i => i.InstanceId!));
            token = page.NextToken;
        }
        while (token is not null);
        Assert.Equal(ids.Order(StringComparer.Ordinal), pages.Order(StringComparer.Ordinal));
        cloud.Stop(ids[0]);
        Assert.Equal([ids[0]], cloud.Found("instance-state-name", "stopped"));
        Assert.Equal(5, cloud.Found("subnet-id", subnet).Count);
        Assert.Equal(5, cloud.Found("instance-type", "t3.*").Count);
        Assert.Empty(cloud.Found("host-id", "*"));
        Assert.Equal([ids[4]], cloud.Found("private-ip-address", cloud.Instance(ids[4]).PrivateIpAddress!));
        Assert.Equal("InvalidParameterValue", Cloud.Refusal(() => cloud.Found("colour", "blue")));
    }

    private static string? Credits(Cloud cloud, string id) => cloud.Run(
        new DescribeInstanceCreditSpecifications(), new() { InstanceIds = [id] })
        .InstanceCreditSpecifications![0].CpuCredits;

    private static DescribeInstanceAttributeResult Attribute(Cloud cloud, string id, InstanceAttributeName name) =>
        cloud.Run(new DescribeInstanceAttribute(), new() { InstanceId = id, Attribute = name });
}
