using Orrery.Contracts.Identity;
using Orrery.Kernel.Calls;
using Orrery.Operations;
using Orrery.Services.Ec2.Operations.Instances;
using Orrery.Wire.Generated.Ec2;

namespace Orrery.Tests.Unit.Services.Ec2;

/// <summary>Instance profiles where somebody keeps them: those that are there have their own ARN and id.</summary>
public sealed class KeptProfileTests
{
    private const string Arn = "arn:aws:iam::123456789012:instance-profile/apps/Web";

    [Fact]
    public void A_profile_is_found_by_name_or_by_its_whole_ARN()
    {
        var cloud = House();
        foreach (var profile in (IamInstanceProfileSpecification[])[new() { Name = "web" }, new() { Arn = Arn }])
        {
            var launched = cloud.Launch(Fleet.One() with { IamInstanceProfile = profile });
            Assert.Equal((Arn, "AIPA1"), (launched.IamInstanceProfile!.Arn, launched.IamInstanceProfile.Id));
        }
    }

    [Theory]
    [InlineData("none", null)]
    [InlineData(null, "arn:aws:iam::123456789012:instance-profile/Web")]
    [InlineData(null, "arn:aws:iam::123456789012:instance-profile/none")]
    public void One_that_is_not_there_is_refused_and_starts_nothing(string? name, string? arn)
    {
        var cloud = House();
        Assert.Equal("InvalidParameterValue", cloud.Refused(
            new RunInstances(), Fleet.One() with { IamInstanceProfile = new() { Name = name, Arn = arn } }));
        Assert.Empty(cloud.Run(new DescribeInstances(), new DescribeInstancesRequest()).Reservations!);
    }

    private static Cloud House() => Cloud.Beside(new Service
    {
        Name = "iam", Operations = [], Offer = ports => ports.With<IInstanceProfiles>(new Profiles()),
    });

    private sealed class Profiles : IInstanceProfiles
    {
        public InstanceProfileFacts? Find(ReadCall call, string account, string name) =>
            account == "123456789012" && name.Equals("web", StringComparison.OrdinalIgnoreCase)
                ? new(Arn, "AIPA1", "Web", null, null)
                : null;
    }
}
