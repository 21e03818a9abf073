using Orrery.Testing;
using Orrery.Tests.Acceptance.Clients;
using Orrery.Tests.Acceptance.Labs;

namespace Orrery.Tests.Acceptance.Ec2;

/// <summary>What the aws CLI and Terraform see of instances.</summary>
public sealed class InstanceTests
{
    private const string Standard = "L-1216C47A";

    [Fact]
    public async Task The_waiters_of_the_cli_see_an_instance_run_stop_and_end()
    {
        ClientProcess.Need("aws");
        await using var orrery = await OrreryHost.StartAsync();
        var aws = new Aws(orrery);
        var launched = await aws.RunAsync(
            "ec2 run-instances --image-id ami-0123456789abcdef0 --instance-type t3.micro --user-data hello");
        var id = launched.GetProperty("Instances")[0].GetProperty("InstanceId").GetString()!;
        await aws.RunAsync($"ec2 wait instance-running --instance-ids {id}");
        await aws.RunAsync($"ec2 wait instance-status-ok --instance-ids {id}");
        await aws.RunAsync($"ec2 stop-instances --instance-ids {id}");
        await aws.RunAsync($"ec2 wait instance-stopped --instance-ids {id}");
        var data = await aws.RunAsync($"ec2 describe-instance-attribute --instance-id {id} --attribute userData");
        Assert.Equal("aGVsbG8=", data.GetProperty("UserData").GetProperty("Value").GetString());
        await aws.RunAsync($"ec2 terminate-instances --instance-ids {id}");
        await aws.RunAsync($"ec2 wait instance-terminated --instance-ids {id}");
        Assert.Equal("UnsupportedOperation", await aws.RefusedAsync($"ec2 get-console-screenshot --instance-id {id}"));
    }

    [Fact]
    public async Task Terraform_makes_instances_finds_nothing_to_change_and_takes_them_down()
    {
        ClientProcess.Need("terraform");
        await using var orrery = await OrreryHost.StartAsync(options => options with
        {
            Quotas = new Dictionary<string, int> { [Standard] = 64 },
        });
        var folder = Path.Combine(Repository.Root, "tests/Acceptance/Ec2/terraform/instances");
        await using var terraform = await Terraform.StartAsync(folder, orrery);
        await terraform.ApplyAsync();
        await terraform.PlanAsync();
        terraform.Set("protected", "true");
        await terraform.ApplyAsync();
        await terraform.PlanAsync();
        await terraform.DestroyAsync();
    }
}
