using Orrery.Host;
using Orrery.Testing;

namespace Orrery.Tests.Acceptance.Host;

/// <summary>Starting and ending.</summary>
public sealed class StartTests
{
    [Fact]
    public async Task A_port_that_is_taken_is_said_to_be()
    {
        await using var first = await OrreryHost.StartAsync();
        var problem = await Assert.ThrowsAsync<StartException>(() =>
            OrreryHost.StartAsync(options => options with { Port = first.Endpoint.Port }));
        Assert.Equal($"Port {first.Endpoint.Port} is taken.", problem.Message);
        Assert.Contains("--port", problem.Hint);
    }

    [Fact]
    public async Task Up_ends_with_2_and_a_hint_when_the_port_is_taken()
    {
        await using var first = await OrreryHost.StartAsync();
        await using var second = OrreryProcess.Start("up", "--ephemeral", "--port", $"{first.Endpoint.Port}");
        Assert.Equal(2, await second.EndedAsync());
        Assert.Contains($"Port {first.Endpoint.Port} is taken.", second.Complaints);
    }

    [Fact]
    public async Task Up_says_where_it_answers_and_ends_cleanly_when_told()
    {
        await using var process = OrreryProcess.Start("up", "--ephemeral", "--port", "0", "--seed", "7");
        var welcome = await process.ReadUntilAsync("Ready.");
        Assert.Contains("seed      7", welcome);
        using var http = new HttpClient { BaseAddress = OrreryProcess.EndpointIn(welcome) };
        Assert.Contains("\"running\"", await http.GetStringAsync("/_orrery/health"));
        process.Terminate();
        Assert.Equal(0, await process.EndedAsync());
    }

    [Fact]
    public async Task A_world_in_a_file_is_there_again_after_a_restart()
    {
        var folder = Directory.CreateTempSubdirectory("orrery-test-");
        try
        {
            HostOptions InFile(HostOptions options) =>
                options with { Ephemeral = false, World = "team",
                    Store = Path.Combine(folder.FullName, "team.orrery") };
            await using (var first = await OrreryHost.StartAsync(InFile))
                await first.AdvanceAsync(TimeSpan.FromDays(3));
            await using var second = await OrreryHost.StartAsync(InFile);
            Assert.Equal(OrreryHost.DefaultStart.AddDays(3), (await second.WorldAsync()).Clock.Now);
            Assert.True(File.Exists(Path.Combine(folder.FullName, "team.orrery")));
        }
        finally
        {
            folder.Delete(recursive: true);
        }
    }

    [Theory]
    [InlineData("world.db")]
    [InlineData("No Name.orrery")]
    public async Task A_file_that_cannot_keep_a_world_is_refused(string file)
    {
        var problem = await Assert.ThrowsAsync<StartException>(() => OrreryHost.StartAsync(options =>
            options with { Ephemeral = false, Store = file, World = Path.GetFileNameWithoutExtension(file) }));
        Assert.Contains(file, problem.Message);
    }

    [Fact]
    public async Task Two_in_one_process_do_not_know_each_other()
    {
        await using var one = await OrreryHost.StartAsync();
        await using var other = await OrreryHost.StartAsync();
        await one.AdvanceAsync(TimeSpan.FromDays(1));
        Assert.Equal(OrreryHost.DefaultStart, (await other.WorldAsync()).Clock.Now);
    }
}
