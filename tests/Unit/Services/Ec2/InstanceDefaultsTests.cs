using Orrery.Services.Ec2.Operations.Instances;
using Orrery.Wire.Generated.Ec2;

namespace Orrery.Tests.Unit.Services.Ec2;

/// <summary>What accounts set for new instances.</summary>
public sealed class InstanceDefaultsTests
{
    // EC2 User Guide, "Set the default credit specification for the account": T2 standard, the others unlimited.
    [Theory]
    [InlineData(UnlimitedSupportedInstanceFamily.T2, InstanceType.T2Micro, "standard", "unlimited")]
    [InlineData(UnlimitedSupportedInstanceFamily.T3, InstanceType.T3Micro, "unlimited", "standard")]
    [InlineData(UnlimitedSupportedInstanceFamily.T3a, InstanceType.T3aMicro, "unlimited", "standard")]
    [InlineData(UnlimitedSupportedInstanceFamily.T4g, InstanceType.T4gMicro, "unlimited", "standard")]
    public void New_instances_of_a_family_have_its_credit_option(
        UnlimitedSupportedInstanceFamily family, InstanceType type, string before, string after)
    {
        var cloud = Fleet.New();
        Assert.Equal(before, Told(cloud, family));
        Assert.Equal(before, CreditsOf(cloud, cloud.Launch(Fleet.One() with { InstanceType = type })));
        var set = cloud.Run(new ModifyDefaultCreditSpecification(), new()
        {
            InstanceFamily = family, CpuCredits = after,
        });
        Assert.Equal((family, after), (
            set.InstanceFamilyCreditSpecification!.InstanceFamily, set.InstanceFamilyCreditSpecification.CpuCredits));
        Assert.Equal(after, Told(cloud, family));
        Assert.Equal(after, CreditsOf(cloud, cloud.Launch(Fleet.One() with { InstanceType = type })));
        Assert.Equal(before, CreditsOf(cloud, cloud.Launch(Fleet.One() with
        {
            InstanceType = type, CreditSpecification = new() { CpuCredits = before },
        })));
        Assert.Equal(before, Told(cloud.In("us-east-1"), family));
        Assert.Equal("InvalidParameterValue", cloud.Refused(
            new ModifyDefaultCreditSpecification(), new() { InstanceFamily = family, CpuCredits = "some" }));
    }

    // EC2 User Guide, "Order of precedence for instance metadata options": launch, account, image.
    [Fact]
    public void Metadata_options_are_those_of_the_launch_then_of_the_account_then_of_the_image()
    {
        var cloud = Fleet.New();
        var image = cloud.ImageNamed("al2023-ami-2023.*-x86_64").ImageId;
        Assert.Equal((HttpTokensState.Required, 2), Options(cloud, Fleet.One() with { ImageId = image }));
        Assert.Equal((HttpTokensState.Optional, 1), Options(cloud, Fleet.One()));
        Assert.Equal(ManagedBy.Account, Defaults(cloud).ManagedBy);
        Assert.Null(Defaults(cloud).HttpTokens);

        cloud.Run(new ModifyInstanceMetadataDefaults(), new()
        {
            HttpTokens = MetadataDefaultHttpTokensState.Optional,
            HttpPutResponseHopLimit = 5,
            InstanceMetadataTags = DefaultInstanceMetadataTagsState.Enabled,
            HttpEndpoint = DefaultInstanceMetadataEndpointState.Disabled,
        });
        Assert.Equal((HttpTokensState.Optional, 5), Options(cloud, Fleet.One() with { ImageId = image }));
        var launched = cloud.Launch(Fleet.One() with { MetadataOptions = new() { HttpPutResponseHopLimit = 3 } });
        Assert.Equal(
            (InstanceMetadataTagsState.Enabled, InstanceMetadataEndpointState.Disabled, 3),
            (launched.MetadataOptions!.InstanceMetadataTags!.Value, launched.MetadataOptions.HttpEndpoint!.Value,
                launched.MetadataOptions.HttpPutResponseHopLimit!.Value));

        cloud.Run(new ModifyInstanceMetadataDefaults(), new()
        {
            HttpTokens = MetadataDefaultHttpTokensState.NoPreference, HttpPutResponseHopLimit = -1,
        });
        Assert.Equal((HttpTokensState.Required, 2), Options(cloud, Fleet.One() with { ImageId = image }));
        Assert.Equal(InstanceMetadataTagsState.Enabled, Defaults(cloud).InstanceMetadataTags);
        Assert.Equal("InvalidParameterValue", cloud.Refused(
            new ModifyInstanceMetadataDefaults(), new() { HttpPutResponseHopLimit = 65 }));
    }

    // EC2 User Guide, "Modify instance metadata options for existing instances": UnsupportedOperation.
    [Fact]
    public void What_is_enforced_refuses_launches_and_changes_without_version_2()
    {
        var cloud = Fleet.New();
        var id = cloud.Launch(Fleet.One() with { MetadataOptions = new() { HttpTokens = HttpTokensState.Required } })
            .InstanceId!;
        cloud.Run(new ModifyInstanceMetadataDefaults(), new()
        {
            HttpTokensEnforced = DefaultHttpTokensEnforcedState.Enabled,
        });
        Assert.Equal(HttpTokensEnforcedState.Enabled, Defaults(cloud).HttpTokensEnforced);
        Assert.Equal("UnsupportedOperation", cloud.Refused(new RunInstances(), Fleet.One()));
        var optional = new ModifyInstanceMetadataOptionsRequest
        {
            InstanceId = id, HttpTokens = HttpTokensState.Optional,
        };
        Assert.Equal("UnsupportedOperation", cloud.Refused(new ModifyInstanceMetadataOptions(), optional));
        cloud.Run(new ModifyInstanceMetadataDefaults(), new()
        {
            HttpTokens = MetadataDefaultHttpTokensState.Required,
        });
        Assert.Equal((HttpTokensState.Required, 1), Options(cloud, Fleet.One()));
        cloud.Run(new ModifyInstanceMetadataDefaults(), new()
        {
            HttpTokensEnforced = DefaultHttpTokensEnforcedState.NoPreference,
        });
        cloud.Run(new ModifyInstanceMetadataOptions(), optional);
    }

    private static (HttpTokensState, int) Options(Cloud cloud, RunInstancesRequest request)
    {
        var options = cloud.Launch(request).MetadataOptions!;
        return (options.HttpTokens!.Value, options.HttpPutResponseHopLimit!.Value);
    }

    private static InstanceMetadataDefaultsResponse Defaults(Cloud cloud) =>
        cloud.Run(new GetInstanceMetadataDefaults(), new()).AccountLevel!;

    private static string? Told(Cloud cloud, UnlimitedSupportedInstanceFamily family) => cloud.Run(
        new GetDefaultCreditSpecification(), new() { InstanceFamily = family })
        .InstanceFamilyCreditSpecification!.CpuCredits;

    private static string? CreditsOf(Cloud cloud, Instance instance) => Assert.Single(cloud.Run(
        new DescribeInstanceCreditSpecifications(), new() { InstanceIds = [instance.InstanceId!] })
        .InstanceCreditSpecifications!).CpuCredits;
}
