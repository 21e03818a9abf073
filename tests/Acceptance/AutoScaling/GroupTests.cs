using Orrery.Testing;
using Orrery.Tests.Acceptance.Clients;
using Orrery.Tests.Acceptance.Labs;

namespace Orrery.Tests.Acceptance.AutoScaling;

/// <summary>What the aws CLI and Terraform see of Auto Scaling groups.</summary>
public sealed class GroupTests
{
    [Fact]
    public async Task The_waiters_of_the_cli_see_a_group_made_used_and_deleted()
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
        await aws.RunAsync("autoscaling wait group-exists --auto-scaling-group-names web");
        await aws.RunAsync("autoscaling wait group-in-service --auto-scaling-group-names web");
        Assert.Equal("ResourceInUse", await aws.RefusedAsync(
            "autoscaling delete-auto-scaling-group --auto-scaling-group-name web"));
        await aws.RunAsync("autoscaling delete-auto-scaling-group --auto-scaling-group-name web --force-delete");
        await aws.RunAsync("autoscaling wait group-not-exists --auto-scaling-group-names web");
    }

    [Fact]
    public async Task Terraform_makes_a_group_with_policies_finds_nothing_to_change_and_takes_it_down()
    {
        ClientProcess.Need("terraform");
        await using var orrery = await OrreryHost.StartAsync();
        var folder = Path.Combine(Repository.Root, "tests/Acceptance/AutoScaling/terraform/group");
        await using var terraform = await Terraform.StartAsync(folder, orrery);
        await terraform.ApplyAsync();
        await terraform.PlanAsync();
        terraform.Set("max", "5");
        await terraform.ApplyAsync();
        await terraform.PlanAsync();
        await terraform.DestroyAsync();
    }
}
