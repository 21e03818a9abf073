using Orrery.Testing;
using Orrery.Tests.Acceptance.Clients;
using Orrery.Tests.Acceptance.Labs;

namespace Orrery.Tests.Acceptance.Ec2;

/// <summary>What Terraform sees of instances, templates and the Spot market.</summary>
public sealed class InstanceTests
{
    [Fact]
    public async Task Terraform_launches_finds_nothing_to_change_changes_what_it_may_and_takes_all_down()
    {
        ClientProcess.Need("terraform");
        await using var orrery = await OrreryHost.StartAsync();
        var folder = Path.Combine(Repository.Root, "tests/Acceptance/Ec2/terraform/instances");
        await using var terraform = await Terraform.StartAsync(folder, orrery);
        await terraform.ApplyAsync();
        await terraform.PlanAsync();
        terraform.Set("changed", "true");
        await terraform.ApplyAsync();
        await terraform.PlanAsync();
        await terraform.DestroyAsync();
    }
}
