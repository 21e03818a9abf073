using Orrery.Testing;
using Orrery.Tests.Acceptance.Clients;
using Orrery.Tests.Acceptance.Labs;

namespace Orrery.Tests.Acceptance.AutoScaling;

/// <summary>What the aws CLI and Terraform see of Auto Scaling groups.</summary>
public sealed class GroupTests
{
    private const string Load = """
        {"loads":[{"name":"x","targets":[{"group":"web"}],"rate":{"kind":"constant","value":150},
        "cost":{"cpuSeconds":0.02}}]}
        """;

    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    [Fact]
    public async Task The_cli_makes_a_group_waits_for_its_instances_and_deletes_it()
    {
        ClientProcess.Need("aws");
        await using var orrery = await OrreryHost.StartAsync();
        var aws = new Aws(orrery);
        await aws.RunAsync(
            "autoscaling create-launch-configuration --launch-configuration-name web --image-id ami-0123456789abcdef0 "
                + "--instance-type t3.micro");
        await aws.RunAsync(
            "autoscaling create-auto-scaling-group --auto-scaling-group-name web --launch-configuration-name web "
                + "--min-size 0 --max-size 3 --desired-capacity 2 --availability-zones us-east-1a us-east-1b");
        // The aws CLI has no waiters for groups: those of instances are waited for.
        const string ofGroup = "--filters Name=tag:aws:autoscaling:groupName,Values=web";
        await aws.RunAsync($"ec2 wait instance-running {ofGroup}");
        Assert.Equal("ResourceInUse", await aws.RefusedAsync(
            "autoscaling delete-auto-scaling-group --auto-scaling-group-name web"));
        await aws.RunAsync("autoscaling delete-auto-scaling-group --auto-scaling-group-name web --force-delete");
        await aws.RunAsync($"ec2 wait instance-terminated {ofGroup}");
        var left = await aws.RunAsync("autoscaling describe-auto-scaling-groups");
        Assert.Equal(0, left.GetProperty("AutoScalingGroups").GetArrayLength());
    }

    [Fact]
    public async Task The_cli_makes_a_template_a_group_and_a_policy_and_sees_it_scale()
    {
        ClientProcess.Need("aws");
        await using var orrery = await OrreryHost.StartAsync();
        var aws = new Aws(orrery);
        await aws.RunAsync(
            "ec2 create-launch-template --launch-template-name web --launch-template-data "
                + "ImageId=ami-0123456789abcdef0,InstanceType=c6i.large");
        await aws.RunAsync(
            "autoscaling create-auto-scaling-group --auto-scaling-group-name web --min-size 1 --max-size 6 "
                + "--launch-template LaunchTemplateName=web,Version=$Latest "
                + "--availability-zones us-east-1a us-east-1b");
        var policy = await aws.RunAsync(
            "autoscaling put-scaling-policy --auto-scaling-group-name web --policy-name cpu "
                + "--policy-type TargetTrackingScaling --target-tracking-configuration "
                + "TargetValue=50,PredefinedMetricSpecification={PredefinedMetricType=ASGAverageCPUUtilization}");
        Assert.Equal(2, policy.GetProperty("Alarms").GetArrayLength());
        using var applied = await orrery.Http.PutAsync("/_orrery/loads", new StringContent(Load), Stop);
        applied.EnsureSuccessStatusCode();

        // Basic monitoring: a sample every five minutes, and alarms find it all the same.
        await orrery.AdvanceAsync(TimeSpan.FromHours(1));
        var groups = await aws.RunAsync("autoscaling describe-auto-scaling-groups --auto-scaling-group-names web");
        Assert.InRange(groups.GetProperty("AutoScalingGroups")[0].GetProperty("Instances").GetArrayLength(), 3, 6);
        var done = await aws.RunAsync("autoscaling describe-scaling-activities --auto-scaling-group-name web");
        Assert.Contains("triggered policy cpu", done.GetRawText());
    }

    [Fact]
    public async Task Terraform_makes_groups_refreshes_them_finds_nothing_to_change_and_takes_them_down()
    {
        ClientProcess.Need("terraform");
        ClientProcess.Need("aws");
        await using var orrery = await OrreryHost.StartAsync();
        var folder = Path.Combine(Repository.Root, "tests/Acceptance/AutoScaling/terraform/group");
        await using var terraform = await Terraform.StartAsync(folder, orrery);
        await terraform.ApplyAsync();
        await terraform.PlanAsync();
        await orrery.AdvanceAsync(TimeSpan.FromMinutes(30));
        terraform.Set("max", "5");
        terraform.Set("image", "ami-0fedcba9876543210");
        await terraform.ApplyAsync();
        await terraform.PlanAsync();

        // What the template changed, the refresh that Terraform began replaces, in the group and in its warm pool.
        await orrery.AdvanceAsync(TimeSpan.FromHours(2));
        var aws = new Aws(orrery);
        var refreshes = await aws.RunAsync("autoscaling describe-instance-refreshes --auto-scaling-group-name fleet");
        Assert.Equal(
            "Successful", refreshes.GetProperty("InstanceRefreshes")[0].GetProperty("Status").GetString());
        var images = await aws.RunAsync(
            "ec2 describe-instances --query Reservations[].Instances[].ImageId --filters "
                + "Name=tag:aws:autoscaling:groupName,Values=fleet Name=instance-state-name,Values=running,stopped");
        Assert.True(images.GetArrayLength() >= 3, images.GetRawText());
        Assert.All(images.EnumerateArray(), image => Assert.Equal("ami-0fedcba9876543210", image.GetString()));
        await terraform.DestroyAsync();
    }
}
