using System.Text;
using Orrery.Contracts.Instances;
using Orrery.Services.Ec2.Metadata;
using Orrery.Services.Ec2.Operations.Instances;
using Orrery.Services.Ec2.Operations.LaunchTemplates;
using Orrery.Wire.Generated.Ec2;

namespace Orrery.Tests.Unit.Services.Ec2;

/// <summary>
/// Instance profiles of instances. Sources: EC2 API Reference, AssociateIamInstanceProfile and its neighbours; messages
/// as clients report them (aws-cli issues 2570, 5251; aws-samples/one-observability-demo issue 201).
/// </summary>
public sealed class InstanceProfileTests
{
    private const string WebArn = "arn:aws:iam::123456789012:instance-profile/web";
    private static readonly TimeSpan Minute = TimeSpan.FromMinutes(1);

    [Fact]
    public void One_is_associating_then_associated_then_disassociating_then_gone()
    {
        var cloud = Fleet.Slow();
        var id = cloud.Launch();
        Assert.Equal("IncorrectInstanceState", cloud.Refused(new AssociateIamInstanceProfile(), Of(id, "web")));
        cloud.Advance(Minute);
        var made = cloud.Run(new AssociateIamInstanceProfile(), Of(id, "web")).IamInstanceProfileAssociation!;
        Assert.Equal(IamInstanceProfileAssociationState.Associating, made.State);
        Assert.Equal(WebArn, made.IamInstanceProfile!.Arn);
        Assert.StartsWith("AIPA", made.IamInstanceProfile.Id!, StringComparison.Ordinal);
        Assert.StartsWith("iip-assoc-0", made.AssociationId!, StringComparison.Ordinal);
        Assert.Equal("IncorrectState", cloud.Refused(new AssociateIamInstanceProfile(), Of(id, "other")));
        cloud.Advance(Minute);
        Assert.Equal(IamInstanceProfileAssociationState.Associated, Assert.Single(All(cloud)).State);
        Assert.Equal(made.IamInstanceProfile, cloud.Instance(id).IamInstanceProfile);
        Assert.Equal([id], cloud.Found("iam-instance-profile.arn", WebArn));
        Assert.Equal([id], cloud.Found("iam-instance-profile.name", "web"));
        Assert.Equal([id], cloud.Found("iam-instance-profile.id", made.IamInstanceProfile.Id!));

        var going = cloud.Run(new DisassociateIamInstanceProfile(), new()
        {
            AssociationId = made.AssociationId,
        }).IamInstanceProfileAssociation!;
        Assert.Equal(IamInstanceProfileAssociationState.Disassociating, going.State);
        cloud.Advance(Minute);
        Assert.Empty(All(cloud));
        Assert.Null(cloud.Instance(id).IamInstanceProfile);
        Assert.Equal("InvalidAssociationID.NotFound", cloud.Refused(
            new DisassociateIamInstanceProfile(), new() { AssociationId = made.AssociationId }));
    }

    [Fact]
    public void A_replacement_is_a_new_association_and_needs_a_running_instance()
    {
        var cloud = Fleet.New();
        var id = cloud.Launch(Fleet.One() with { IamInstanceProfile = new() { Arn = WebArn } }).InstanceId!;
        var before = Assert.Single(All(cloud));
        var request = new ReplaceIamInstanceProfileAssociationRequest
        {
            AssociationId = before.AssociationId, IamInstanceProfile = new() { Name = "db" },
        };
        cloud.Stop(id);
        Assert.Equal("IncorrectState", cloud.Refused(new ReplaceIamInstanceProfileAssociation(), request));
        cloud.Start(id);
        var after = cloud.Run(new ReplaceIamInstanceProfileAssociation(), request).IamInstanceProfileAssociation!;
        Assert.NotEqual(before.AssociationId, after.AssociationId);
        Assert.Equal(after.AssociationId, Assert.Single(All(cloud)).AssociationId);
        Assert.Equal("InvalidAssociationID.NotFound", cloud.Refused(
            new ReplaceIamInstanceProfileAssociation(), request));
        Assert.Equal("MissingParameter", cloud.Refused(
            new ReplaceIamInstanceProfileAssociation(),
            request with { AssociationId = after.AssociationId, IamInstanceProfile = new() }));
    }

    [Fact]
    public void One_that_is_named_at_launch_is_there_when_the_instance_runs_and_goes_with_its_end()
    {
        var cloud = Fleet.Slow();
        var launched = cloud.Launch(Fleet.One() with { IamInstanceProfile = new() { Name = "web" } });
        Assert.Equal(WebArn, launched.IamInstanceProfile!.Arn);
        Assert.Equal(IamInstanceProfileAssociationState.Associating, Assert.Single(All(cloud)).State);
        cloud.Advance(Minute);
        Assert.Equal(IamInstanceProfileAssociationState.Associated, Assert.Single(All(cloud)).State);
        cloud.Terminate(launched.InstanceId!);
        cloud.Advance(Minute);
        Assert.Empty(All(cloud));
    }

    [Fact]
    public void A_launch_template_names_one_and_the_launch_another()
    {
        var cloud = Fleet.New();
        cloud.Run(new CreateLaunchTemplate(), new()
        {
            LaunchTemplateName = "web",
            LaunchTemplateData = new()
            {
                ImageId = Fleet.Image, InstanceType = InstanceType.T3Micro, IamInstanceProfile = new() { Name = "web" },
            },
        });
        var request = new RunInstancesRequest
        {
            MinCount = 1, MaxCount = 1, LaunchTemplate = new() { LaunchTemplateName = "web" },
        };
        Assert.Equal(WebArn, cloud.Launch(request).IamInstanceProfile!.Arn);
        Assert.EndsWith("/db", cloud.Launch(request with { IamInstanceProfile = new() { Name = "db" } })
            .IamInstanceProfile!.Arn!, StringComparison.Ordinal);
    }

    [Fact]
    public void Lists_are_filtered_and_paged()
    {
        var cloud = Fleet.New();
        var request = Fleet.One() with
        {
            MinCount = 3, MaxCount = 3, IamInstanceProfile = new() { Name = "web" },
        };
        var ids = cloud.Run(new RunInstances(), request).Instances!.Select(i => i.InstanceId).ToList();
        var found = cloud.Run(new DescribeIamInstanceProfileAssociations(), new()
        {
            Filters =
            [
                new() { Name = "instance-id", Values = [ids[1]!] }, new() { Name = "state", Values = ["associated"] },
            ],
        });
        Assert.Equal(ids[1], Assert.Single(found.IamInstanceProfileAssociations!).InstanceId);
        var first = cloud.Run(new DescribeIamInstanceProfileAssociations(), new() { MaxResults = 2 });
        Assert.Equal(2, first.IamInstanceProfileAssociations!.Count);
        var rest = cloud.Run(new DescribeIamInstanceProfileAssociations(), new() { NextToken = first.NextToken });
        Assert.Equal(ids.Order(), first.IamInstanceProfileAssociations
            .Concat(rest.IamInstanceProfileAssociations!).Select(a => a.InstanceId).Order());
        Assert.Equal("InvalidAssociationID.NotFound", cloud.Refused(
            new DescribeIamInstanceProfileAssociations(),
            new() { AssociationIds = ["iip-assoc-0123456789abcdef0"] }));
        Assert.Equal("InvalidParameterValue", cloud.Refused(
            new DescribeIamInstanceProfileAssociations(),
            new() { Filters = [new() { Name = "arn", Values = ["x"] }] }));
    }

    [Theory]
    [InlineData("web", WebArn, "InvalidParameterCombination")]
    [InlineData("w/b", null, "InvalidParameterValue")]
    [InlineData(null, "web", "InvalidParameterValue")]
    [InlineData(null, "arn:aws:iam::123456789012:role/web", "InvalidParameterValue")]
    [InlineData(null, "arn:aws:iam::999999999999:instance-profile/web", "InvalidParameterValue")]
    public void A_bad_name_is_refused_and_nothing_is_launched(string? name, string? arn, string code)
    {
        var cloud = Fleet.New();
        var request = Fleet.One() with { IamInstanceProfile = new() { Name = name, Arn = arn } };
        Assert.Equal(code, cloud.Refused(new RunInstances(), request));
        Assert.Empty(cloud.Run(new DescribeInstances(), new()).Reservations!);
    }

    [Fact]
    public void The_instance_is_told_its_profile_and_role()
    {
        var cloud = Fleet.New();
        var profile = new IamInstanceProfileSpecification
        {
            Arn = "arn:aws:iam::123456789012:instance-profile/team/web",
        };
        var id = cloud.Launch(Fleet.One() with { IamInstanceProfile = profile }).InstanceId!;
        Assert.Contains($"\"InstanceProfileArn\" : \"{profile.Arn}\"", Told(cloud, id, "info"),
            StringComparison.Ordinal);
        Assert.Equal("web", Told(cloud, id, "security-credentials/"));
        Assert.Contains("\"Code\" : \"NotServed\"", Told(cloud, id, "security-credentials/web"),
            StringComparison.Ordinal);
    }

    private static string Told(Cloud cloud, string id, string path) => cloud.Ask(call => Encoding.UTF8.GetString(
        new MetadataDesk().Answer(call, new MetadataRequest(id, "GET", "/latest/meta-data/iam/" + path)).Body.Span));

    private static AssociateIamInstanceProfileRequest Of(string id, string name) =>
        new() { InstanceId = id, IamInstanceProfile = new() { Name = name } };

    private static IReadOnlyList<IamInstanceProfileAssociation> All(Cloud cloud) => cloud.Run(
        new DescribeIamInstanceProfileAssociations(), new()).IamInstanceProfileAssociations!;
}
