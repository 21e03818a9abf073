using Orrery.Testing;
using Orrery.Tests.Acceptance.Clients;

namespace Orrery.Tests.Acceptance.Labs;

public sealed class Lab06bTests
{
    private const string Lab = "06b-identity";

    [Fact]
    public async Task The_script_of_plain_aws_commands_comes_out_as_its_page_says()
    {
        await LabRun.ScriptAsync(Lab);
    }

    [Fact]
    public async Task Terraform_builds_an_organization_finds_nothing_to_change_and_takes_it_down_after_a_week()
    {
        ClientProcess.Need("terraform");
        await using var orrery = await OrreryHost.StartAsync();
        var configuration = Path.Combine(Repository.Root, "labs", Lab, "terraform");
        await using var terraform = await Terraform.StartAsync(configuration, orrery);
        await terraform.ApplyAsync();
        Assert.Equal(0, await terraform.PlanAsync());
        Assert.Matches(@"\d{12}", await terraform.OutputAsync("account"));
        await orrery.AdvanceAsync(TimeSpan.FromDays(8));
        await terraform.DestroyAsync();
    }
}
