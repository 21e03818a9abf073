using Orrery.Services.Ec2.Operations.Images;
using Orrery.Services.Ec2.Operations.Instances;
using Orrery.Services.Ec2.Operations.Snapshots;
using Orrery.Wire.Generated.Ec2;

namespace Orrery.Tests.Unit.Services.Ec2;

/// <summary>What lists refuse. Source: EC2 API Reference, the parameters of each operation.</summary>
public sealed class ListRefusalTests
{
    private readonly Cloud _cloud = Fleet.New();

    [Fact]
    public void Instances_that_are_named_do_not_come_in_pages()
    {
        string[] ids = [_cloud.Launch()];
        Assert.Equal("InvalidParameterCombination", _cloud.Refused(
            new DescribeInstances(), new DescribeInstancesRequest { InstanceIds = ids, MaxResults = 5 }));
        Assert.Equal("InvalidParameterCombination", _cloud.Refused(
            new DescribeInstanceStatus(), new DescribeInstanceStatusRequest { InstanceIds = ids, MaxResults = 5 }));
        Assert.Equal("InvalidParameterCombination", _cloud.Refused(
            new DescribeInstanceCreditSpecifications(),
            new DescribeInstanceCreditSpecificationsRequest { InstanceIds = ids, MaxResults = 5 }));
        Assert.Single(_cloud.Run(new DescribeInstances(), new DescribeInstancesRequest { MaxResults = 5 })
            .Reservations!);
    }

    [Fact]
    public void Owners_and_users_are_accounts_or_known_names()
    {
        const string Malformed = "InvalidUserID.Malformed";
        Assert.Equal(Malformed, _cloud.Refused(
            new DescribeSnapshots(), new DescribeSnapshotsRequest { OwnerIds = ["self", "foo"] }));
        Assert.Equal(Malformed, _cloud.Refused(
            new DescribeSnapshots(), new DescribeSnapshotsRequest { RestorableByUserIds = ["foo"] }));
        Assert.Equal(Malformed, _cloud.Refused(
            new DescribeImages(), new DescribeImagesRequest { Owners = ["foo"] }));
        Assert.Equal(Malformed, _cloud.Refused(
            new DescribeImages(), new DescribeImagesRequest { ExecutableUsers = ["foo"] }));
        Assert.Empty(_cloud.Run(new DescribeSnapshots(), new DescribeSnapshotsRequest
        {
            OwnerIds = ["self", "amazon", "123456789012"], RestorableByUserIds = ["self", "all", "123456789012"],
        }).Snapshots!);
        Assert.NotEmpty(_cloud.Run(new DescribeImages(), new DescribeImagesRequest
        {
            Owners = ["self", "amazon", "aws-marketplace", "aws-backup-vault", "137112412989"],
            ExecutableUsers = ["self", "all", "123456789012"],
        }).Images!);
    }
}
