using Orrery.Contracts;
using Orrery.Core;
using Orrery.Kernel;
using Orrery.Services.Ec2;
using Orrery.Services.Ec2.Operations.Images;
using Orrery.Services.Ec2.Operations.Instances;
using Orrery.Services.Ec2.Operations.LaunchTemplates;
using Orrery.Services.Kms;
using Orrery.Services.Ssm;
using Orrery.Services.Ssm.Operations.Store;
using Orrery.Wire.Generated.Ec2;
using Orrery.Wire.Generated.Ssm;
using ResponseData = Orrery.Wire.Generated.Ec2.ResponseLaunchTemplateData;

namespace Orrery.Tests.Unit.Services.Ec2;

/// <summary>Parameters of Systems Manager in the place of images.</summary>
public sealed class ImageAliasTests
{
    private const string Public = "/aws/service/ami-amazon-linux-latest/al2023-ami-kernel-default-x86_64";
    private const string Newer = "ami-0fedcba9876543210";

    private readonly Rig _rig = Rig.Of(
        [Ec2Service.Registration, KmsService.Registration, SsmService.Registration],
        Ports.None.With<IQuotas>(new Quotas(new Dictionary<string, int> { ["L-1216C47A"] = 640 })));

    [Fact]
    public void A_launch_takes_the_image_that_a_parameter_names_by_then()
    {
        Put(Fleet.Image);
        Assert.Equal(Fleet.Image, Launch("/golden"));
        Put(Newer);
        Assert.Equal((Newer, Fleet.Image), (Launch("/golden"), Launch("/golden:1")));
        Assert.Equal(Newer, Launch("arn:aws:ssm:eu-west-1:123456789012:parameter/golden"));
    }

    [Fact]
    public void A_public_parameter_names_an_image_of_the_region()
    {
        var image = Assert.Single(_rig.Run(
            new DescribeImages(), new() { ImageIds = [Launch(Public)] }).Images!);
        Assert.StartsWith("al2023-ami-2023", image.Name, StringComparison.Ordinal);
        Assert.Equal(HttpTokensState.Required, _rig.Run(
            new RunInstances(), Fleet.One() with { ImageId = $"resolve:ssm:{Public}" })
            .Instances![0].MetadataOptions!.HttpTokens);
    }

    [Fact]
    public void A_template_keeps_the_parameter_and_shows_the_image_if_it_is_asked_to()
    {
        Put(Fleet.Image);
        var id = _rig.Run(new CreateLaunchTemplate(), new()
        {
            LaunchTemplateName = "t",
            LaunchTemplateData = new() { ImageId = "resolve:ssm:/golden", InstanceType = InstanceType.T3Micro },
        }).LaunchTemplate!.LaunchTemplateId;
        ResponseData Shown(bool resolves) => Assert.Single(_rig.Run(new DescribeLaunchTemplateVersions(), new()
        {
            LaunchTemplateId = id, ResolveAlias = resolves,
        }).LaunchTemplateVersions!).LaunchTemplateData!;
        Assert.Equal(("resolve:ssm:/golden", Fleet.Image), (Shown(false).ImageId, Shown(true).ImageId));
        Put(Newer);
        Assert.Equal(Newer, Shown(true).ImageId);
        Assert.Equal(Newer, Assert.Single(_rig.Run(new RunInstances(), new()
        {
            LaunchTemplate = new() { LaunchTemplateId = id }, MinCount = 1, MaxCount = 1,
        }).Instances!).ImageId);
        Assert.Equal("resolve:ssm:/golden", _rig.Run(new CreateLaunchTemplateVersion(), new()
        {
            LaunchTemplateId = id, SourceVersion = "1", LaunchTemplateData = new() { KeyName = "key" },
        }).LaunchTemplateVersion!.LaunchTemplateData!.ImageId);
    }

    [Fact]
    public void A_parameter_that_is_none_or_of_another_data_type_is_refused()
    {
        _rig.Run(new PutParameter(), new() { Name = "/text", Value = Fleet.Image, Type = ParameterType.String });
        var refusal = Assert.Throws<ServiceException>(() => Launch("/text"));
        Assert.Equal(
            ("SsmInvalidParameter",
                "Unsupported data type. The following parameter data types are supported: aws:ec2:image"),
            (refusal.Code, refusal.Message));
        Assert.Equal("SsmInvalidParameter", Rig.Refusal(() => Launch("/none")));
        Put(Fleet.Image);
        Assert.Equal("SsmInvalidParameter", Rig.Refusal(() => Launch("/golden:2")));
        Assert.Equal("SsmInvalidParameter", _rig.Run(new CreateLaunchTemplate(), new()
        {
            LaunchTemplateName = "warned", LaunchTemplateData = new() { ImageId = "resolve:ssm:/none" },
        }).Warning!.Errors![0].Code);
    }

    private string Launch(string parameter) => Assert.Single(_rig.Run(
        new RunInstances(), Fleet.One() with { ImageId = $"resolve:ssm:{parameter}" }).Instances!).ImageId!;

    private void Put(string image) => _rig.Run(new PutParameter(), new()
    {
        Name = "/golden", Value = image, Type = ParameterType.String, DataType = "aws:ec2:image", Overwrite = true,
    });
}
