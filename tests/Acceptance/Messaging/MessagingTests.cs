using Orrery.Testing;
using Orrery.Tests.Acceptance.Clients;
using Orrery.Tests.Acceptance.Labs;

namespace Orrery.Tests.Acceptance.Messaging;

/// <summary>What Terraform sees of queues, topics, buses, schedules, logs and alarms.</summary>
public sealed class MessagingTests
{
    [Fact]
    public async Task Terraform_makes_messaging_and_monitoring_changes_them_and_takes_them_down()
    {
        ClientProcess.Need("terraform");
        await using var orrery = await OrreryHost.StartAsync();
        var configuration = Path.Combine(Repository.Root, "tests", "Acceptance", "Messaging", "terraform");
        await using var terraform = await Terraform.StartAsync(configuration, orrery);
        await terraform.ApplyAsync();
        Assert.Equal(0, await terraform.PlanAsync());
        terraform.Set("changed", "true");
        await terraform.ApplyAsync();
        Assert.Equal(0, await terraform.PlanAsync());
        await terraform.DestroyAsync();
    }
}
