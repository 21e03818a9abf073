using Orrery.Services.Ec2.Operations.Instances;
using Orrery.Services.Ec2.Operations.LaunchTemplates;
using Orrery.Services.Ec2.Rules.Templates;
using Orrery.Wire.Generated.Ec2;

namespace Orrery.Tests.Unit.Services.Ec2;

/// <summary>Launch templates, their versions, and launches with them.</summary>
public sealed class LaunchTemplateTests
{
    private static readonly RequestLaunchTemplateData Small = new()
    {
        ImageId = Fleet.Image, InstanceType = InstanceType.T3Micro,
    };

    [Fact]
    public void A_template_has_a_first_version_that_is_the_default_one()
    {
        var cloud = Fleet.New();
        var made = cloud.Run(new CreateLaunchTemplate(), new()
        {
            LaunchTemplateName = "web", LaunchTemplateData = Small, VersionDescription = "first",
            TagSpecifications =
                [new() { ResourceType = ResourceType.LaunchTemplate, Tags = [new() { Key = "k", Value = "v" }] }],
        });
        Assert.Null(made.Warning);
        Assert.Equal((1, 1), (made.LaunchTemplate!.DefaultVersionNumber, made.LaunchTemplate.LatestVersionNumber));
        Assert.Equal(
            "InvalidLaunchTemplateName.AlreadyExistsException",
            cloud.Refused(new CreateLaunchTemplate(),
                new() { LaunchTemplateName = "web", LaunchTemplateData = Small }));
        var listed = cloud.Run(new DescribeLaunchTemplates(), new()
        {
            Filters = [new() { Name = "tag:k", Values = ["v"] }],
        });
        Assert.Equal("web", Assert.Single(listed.LaunchTemplates!).LaunchTemplateName);
        Assert.Equal("first", Version(cloud, "$Latest").VersionDescription);
    }

    [Fact]
    public void A_version_takes_over_what_it_does_not_name_from_its_source()
    {
        var cloud = Fleet.New();
        Create(cloud, Small with
        {
            BlockDeviceMappings =
                [new() { DeviceName = "/dev/xvda",
                    Ebs = new() { SnapshotId = "snap-0123456789abcdef0", VolumeSize = 9 } }],
        });
        var second = cloud.Run(new CreateLaunchTemplateVersion(), new()
        {
            LaunchTemplateName = "web", SourceVersion = "1", LaunchTemplateData = new() { KeyName = "key" },
        }).LaunchTemplateVersion!;
        Assert.Equal(2, second.VersionNumber);
        Assert.False(second.DefaultVersion);
        Assert.Equal((Fleet.Image, "key"), (second.LaunchTemplateData!.ImageId, second.LaunchTemplateData.KeyName));
        var mapping = Assert.Single(second.LaunchTemplateData.BlockDeviceMappings!);
        Assert.Equal((null, 9), (mapping.Ebs!.SnapshotId, mapping.Ebs.VolumeSize));
        cloud.Run(new CreateLaunchTemplateVersion(), new()
        {
            LaunchTemplateName = "web", LaunchTemplateData = new() { KeyName = "other" },
        });
        Assert.Null(Version(cloud, "3").LaunchTemplateData!.ImageId);
    }

    // DescribeLaunchTemplateVersions (EC2 API Reference): numbers, $Latest, $Default, a range.
    [Theory]
    [InlineData("2", null, null, "2")]
    [InlineData("$Latest", null, null, "4")]
    [InlineData("$Default", null, null, "2")]
    [InlineData(null, "2", "3", "3,2")]
    [InlineData(null, "3", null, "4,3")]
    [InlineData(null, null, null, "4,3,2,1")]
    public void Versions_are_found_by_number_alias_and_range(string? version, string? min, string? max, string numbers)
    {
        var cloud = Fleet.New();
        Create(cloud, Small);
        for (var i = 2; i <= 4; i++)
        {
            cloud.Run(new CreateLaunchTemplateVersion(),
                new() { LaunchTemplateName = "web", LaunchTemplateData = Small });
        }

        cloud.Run(new ModifyLaunchTemplate(), new() { LaunchTemplateName = "web", DefaultVersion = "2" });
        var found = cloud.Run(new DescribeLaunchTemplateVersions(), new()
        {
            LaunchTemplateName = "web", Versions = version is null ? null
                : [version], MinVersion = min, MaxVersion = max,
        }).LaunchTemplateVersions!;
        Assert.Equal(numbers, string.Join(',', found.Select(v => v.VersionNumber)));
    }

    [Fact]
    public void Versions_are_deleted_each_for_itself_and_the_default_one_stays()
    {
        var cloud = Fleet.New();
        Create(cloud, Small);
        cloud.Run(new CreateLaunchTemplateVersion(), new() { LaunchTemplateName = "web", LaunchTemplateData = Small });
        var deleted = cloud.Run(
            new DeleteLaunchTemplateVersions(), new() { LaunchTemplateName = "web", Versions = ["1", "2", "7"] });
        Assert.Equal(2, Assert.Single(deleted.SuccessfullyDeletedLaunchTemplateVersions!).VersionNumber);
        Assert.Equal(
            [LaunchTemplateErrorCode.UnexpectedError, LaunchTemplateErrorCode.LaunchTemplateVersionDoesNotExist],
            deleted.UnsuccessfullyDeletedLaunchTemplateVersions!.Select(e => e.ResponseError!.Code!.Value));
        Assert.Equal(3, cloud.Run(new CreateLaunchTemplateVersion(), new()
        {
            LaunchTemplateName = "web", LaunchTemplateData = Small,
        }).LaunchTemplateVersion!.VersionNumber);
        cloud.Run(new DeleteLaunchTemplate(), new() { LaunchTemplateName = "web" });
        Assert.Equal(
            "InvalidLaunchTemplateName.NotFoundException",
            cloud.Refused(new DescribeLaunchTemplates(), new() { LaunchTemplateNames = ["web"] }));
    }

    // RunInstances (LaunchTemplate): what the request names takes the place of what the template says.
    [Theory]
    [InlineData("type", "t3.small")]
    [InlineData("user data", "cmVxdWVzdA==")]
    [InlineData("tags", "instance=request,network-interface=template")]
    [InlineData("devices", "/dev/sda=1,/dev/sdb=20,/dev/sdc=30")]
    [InlineData("groups", "sg-request")]
    [InlineData("interfaces", "sg-face")]
    [InlineData("subnet", "subnet-request")]
    [InlineData("groups beside interfaces", "InvalidParameterCombination")]
    public void Parameters_of_a_launch_go_over_those_of_the_template(string what, string outcome) =>
        Assert.Equal(outcome, Merged(what));

    private static string Merged(string what)
    {
        var data = Small with
        {
            UserData = "dGVtcGxhdGU=",
            BlockDeviceMappings = [Disk("/dev/sda", 1), Disk("/dev/sdb", 2)],
            TagSpecifications =
            [
                new() { ResourceType = ResourceType.Instance, Tags = [new() { Key = "instance", Value = "template" }] },
                new()
                {
                    ResourceType = ResourceType.NetworkInterface,
                    Tags = [new() { Key = "network-interface", Value = "template" }],
                },
            ],
        };
        RequestLaunchTemplateData withFace = data with { NetworkInterfaces = [new() { DeviceIndex = 0,
            SubnetId = "subnet-x" }] };
        var request = new RunInstancesRequest { MinCount = 1, MaxCount = 1 };
        RunInstancesRequest Over(RequestLaunchTemplateData from, RunInstancesRequest own) =>
            TemplateMerge.Over(from, own);
        return what switch
        {
            "type" => Over(data, request with { InstanceType = InstanceType.T3Small }).InstanceType!.Value.ToWire(),
            "user data" => Over(data, request with { UserData = "cmVxdWVzdA==" }).UserData!,
            "tags" => string.Join(',', Over(data, request with
            {
                TagSpecifications =
                    [new() { ResourceType = ResourceType.Instance,
                        Tags = [new() { Key = "instance", Value = "request" }] }],
            }).TagSpecifications!.SelectMany(s => s.Tags!).Select(t => $"{t.Key}={t.Value}").Order()),
            "devices" => string.Join(',', Over(data, request with
            {
                BlockDeviceMappings =
                [
                    new() { DeviceName = "/dev/sdb", Ebs = new() { VolumeSize = 20 } },
                    new() { DeviceName = "/dev/sdc", Ebs = new() { VolumeSize = 30 } },
                ],
            }).BlockDeviceMappings!.Select(m => $"{m.DeviceName}={m.Ebs!.VolumeSize}").Order()),
            "groups" => Assert.Single(Over(
                data with { SecurityGroupIds = ["sg-template"] },
                request with { SecurityGroupIds = ["sg-request"] }).SecurityGroupIds!),
            "interfaces" => Assert.Single(Assert.Single(Over(
                data with { SecurityGroupIds = ["sg-template"] },
                request with { NetworkInterfaces = [new() { DeviceIndex = 0, Groups = ["sg-face"] }] })
                .NetworkInterfaces!).Groups!),
            "subnet" => Assert.Single(
                Over(withFace, request with { SubnetId = "subnet-request" }).NetworkInterfaces!).SubnetId!,
            _ => Cloud.Refusal(() => Over(withFace, request with { SecurityGroupIds = ["sg-request"] })),
        };
    }

    [Fact]
    public void A_launch_with_a_template_uses_its_default_version_and_tags_its_instances()
    {
        var cloud = Fleet.New();
        Create(cloud, Small with { Placement = new() { AvailabilityZone = "eu-west-1b" } });
        var instance = cloud.Launch(new RunInstancesRequest
        {
            MinCount = 1, MaxCount = 1, LaunchTemplate = new() { LaunchTemplateName = "web" },
        });
        Assert.Equal("eu-west-1b", instance.Placement!.AvailabilityZone);
        Assert.Equal(
            "1", cloud.Instance(instance.InstanceId!).Tags!.Single(t => t.Key == "aws:ec2launchtemplate:version")
                .Value);
        Assert.Equal(
            "InvalidLaunchTemplateId.VersionNotFound",
            cloud.Refused(new RunInstances(), new RunInstancesRequest
            {
                MinCount = 1, MaxCount = 1, LaunchTemplate = new() { LaunchTemplateName = "web", Version = "9" },
            }));
        var data = cloud.Run(new GetLaunchTemplateData(), new() { InstanceId = instance.InstanceId });
        Assert.Equal(InstanceType.T3Micro, data.LaunchTemplateData!.InstanceType);
    }

    [Fact]
    public void Data_that_contradict_themselves_are_refused_and_what_cannot_launch_is_warned_of()
    {
        var cloud = Fleet.New();
        Assert.Equal(
            "InvalidParameterCombination",
            cloud.Refused(new CreateLaunchTemplate(), new()
            {
                LaunchTemplateName = "web",
                LaunchTemplateData = Small with
                {
                    SecurityGroupIds = ["sg-0123456789abcdef0"], NetworkInterfaces = [new() { DeviceIndex = 0 }],
                },
            }));
        Assert.Equal(
            "MissingParameter",
            cloud.Refused(new CreateLaunchTemplate(),
                new() { LaunchTemplateName = "web", LaunchTemplateData = new() }));
        var warned = cloud.Run(new CreateLaunchTemplate(), new()
        {
            LaunchTemplateName = "web", LaunchTemplateData = Small with { ImageId = "ami-none" },
        });
        Assert.Equal("InvalidAMIID.Malformed", Assert.Single(warned.Warning!.Errors!).Code);
    }

    private static LaunchTemplateBlockDeviceMappingRequest Disk(string name, int size) =>
        new() { DeviceName = name, Ebs = new() { VolumeSize = size } };

    private static void Create(Cloud cloud, RequestLaunchTemplateData data) =>
        cloud.Run(new CreateLaunchTemplate(), new() { LaunchTemplateName = "web", LaunchTemplateData = data });

    private static LaunchTemplateVersion Version(Cloud cloud, string version) => Assert.Single(cloud.Run(
        new DescribeLaunchTemplateVersions(), new() { LaunchTemplateName = "web", Versions = [version] })
        .LaunchTemplateVersions!);
}
