namespace Orrery.Tests.Acceptance.Host;

/// <summary>
/// What the native program holds when it does nothing. What it has not touched it does not hold, so that is a count of
/// pages, which hardly differs between machines. `./orrery bench start` compares it with a bare Kestrel program.
/// </summary>
public sealed class IdleMemoryTests : IDisposable
{
    /// <summary>Three times the 11.7 MB of the bare program, and it holds 32 when this is written.</summary>
    private const double MostMegabytes = 35;

    private const int PageSize = 4096;

    private readonly DirectoryInfo _folder = Directory.CreateTempSubdirectory("orrery-idle-");

    [Fact]
    public async Task The_native_program_holds_no_more_than_35_megabytes_after_its_first_answer()
    {
        if (!OwnProgram.IsNative || !OperatingSystem.IsLinux() || Environment.SystemPageSize != PageSize)
            Assert.Skip("This is of the native program on Linux, with pages of 4 KiB.");
        var held = new List<double>();
        for (var start = 0; start < 3; start++) held.Add(await HeldAsync($"idle-{start}.orrery"));
        Assert.InRange(held.Order().ElementAt(1), 10, MostMegabytes);
    }

    /// <inheritdoc/>
    public void Dispose() => _folder.Delete(recursive: true);

    private async Task<double> HeldAsync(string store)
    {
        await using var process = OrreryProcess.Start(
            "up", "--port", "0", "--store", Path.Combine(_folder.FullName, store));
        using var http = new HttpClient { BaseAddress = await process.ReadyAsync() };
        using var request = Requests.Form("ec2", "Action=DescribeVpcs&Version=2016-11-15");
        using var answer = await http.SendAsync(request);
        answer.EnsureSuccessStatusCode();
        return process.ResidentMegabytes();
    }
}
