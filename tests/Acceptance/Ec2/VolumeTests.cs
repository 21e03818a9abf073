using Orrery.Testing;
using Orrery.Tests.Acceptance.Clients;
using Orrery.Tests.Acceptance.Labs;

namespace Orrery.Tests.Acceptance.Ec2;

/// <summary>What the aws CLI and Terraform see of volumes.</summary>
public sealed class VolumeTests
{
    [Fact]
    public async Task The_waiters_of_the_cli_see_a_volume_made_used_freed_and_deleted()
    {
        ClientProcess.Need("aws");
        await using var orrery = await OrreryHost.StartAsync();
        var aws = new Aws(orrery);
        var launched = await aws.RunAsync(
            "ec2 run-instances --image-id ami-0123456789abcdef0 --instance-type t3.micro");
        var instance = launched.GetProperty("Instances")[0];
        var (id, zone) = (
            instance.GetProperty("InstanceId").GetString()!,
            instance.GetProperty("Placement").GetProperty("AvailabilityZone").GetString()!);
        var volume = (await aws.RunAsync($"ec2 create-volume --availability-zone {zone} --size 10 --volume-type gp3"))
            .GetProperty("VolumeId").GetString()!;
        await aws.RunAsync($"ec2 wait volume-available --volume-ids {volume}");
        await aws.RunAsync($"ec2 wait instance-running --instance-ids {id}");
        await aws.RunAsync($"ec2 attach-volume --volume-id {volume} --instance-id {id} --device /dev/sdf");
        await aws.RunAsync($"ec2 wait volume-in-use --volume-ids {volume}");
        Assert.Equal("VolumeInUse", await aws.RefusedAsync($"ec2 delete-volume --volume-id {volume}"));
        await aws.RunAsync($"ec2 detach-volume --volume-id {volume}");
        await aws.RunAsync($"ec2 wait volume-available --volume-ids {volume}");
        await aws.RunAsync($"ec2 delete-volume --volume-id {volume}");
        await aws.RunAsync($"ec2 wait volume-deleted --volume-ids {volume}");
    }

    [Fact]
    public async Task Terraform_makes_volumes_finds_nothing_to_change_lets_one_grow_and_takes_them_down()
    {
        ClientProcess.Need("terraform");
        await using var orrery = await OrreryHost.StartAsync();
        var folder = Path.Combine(Repository.Root, "tests/Acceptance/Ec2/terraform/volumes");
        await using var terraform = await Terraform.StartAsync(folder, orrery);
        await terraform.ApplyAsync();
        await terraform.PlanAsync();
        terraform.Set("size", "25");
        await terraform.ApplyAsync();
        await terraform.PlanAsync();
        await terraform.DestroyAsync();
    }
}
