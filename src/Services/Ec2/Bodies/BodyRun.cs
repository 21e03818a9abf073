using System.ComponentModel;
using System.Diagnostics;
using System.Globalization;
using Orrery.Kernel;
using Orrery.Kernel.State;
using Orrery.Services.Ec2.Ids;
using Orrery.Services.Ec2.Records;
using Orrery.Services.Ec2.Rules.Bodies;

namespace Orrery.Services.Ec2.Bodies;

/// <summary>
/// The process of one boot of an instance, from its start to its stop; or the news that there is none.
/// </summary>
internal sealed class BodyRun
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(10);

    private readonly BodyReporter _reporter;
    private readonly BodyRecord _record;
    private readonly string _directory;
    private Process? _process;
    private Task _reading = Task.CompletedTask;

    private BodyRun(World world, BodyWish wish, string directory)
    {
        Scope = wish.Scope;
        _reporter = new(world, wish.Scope, wish.Instance.Id);
        _directory = directory;
        _record = new(
            wish.Instance.Id, wish.Instance.Boots, BodyState.Started, LocalPort.Free(), null, null,
            DateTimeOffset.UnixEpoch);
    }

    /// <summary>The account and region of the instance.</summary>
    public Scope Scope { get; }

    /// <summary>The instance.</summary>
    public InstanceId Id => _record.Id;

    /// <summary>For which of its boots this is.</summary>
    public int Boot => _record.Boot;

    /// <summary>Starts the process of an instance, or reports why it cannot be.</summary>
    public static BodyRun Start(World world, BodyWish wish, BodyDirectories directories, Uri endpoint)
    {
        var directory = directories.Open(wish.Instance.Id.Value, isNew: wish.Reported is null);
        var run = new BodyRun(world, wish, directory);
        var script = UserScript.Read(wish.Instance.UserData);
        if (!OperatingSystem.IsLinux())
        {
            run.Refuse("processes as bodies need Linux");
        }
        else if (script.Refusal is { } refusal)
        {
            run.Refuse(refusal);
        }
        else
        {
            run.Start(script, BodyEnvironment.Of(wish, directory, endpoint, run._record.Port!.Value));
        }

        return run;
    }

    /// <summary>Asks the process to end, sees to it that it does, and reports what it said to the last.</summary>
    public async Task StopAsync()
    {
        if (_process is { } process)
        {
            await TellAsync(process);
            using var limit = new CancellationTokenSource(Patience);
            try
            {
                await process.WaitForExitAsync(limit.Token);
            }
            catch (OperationCanceledException)
            {
                process.Kill(entireProcessTree: true);
            }

            await _reading;
            process.Dispose();
        }

        await _reporter.EndAsync();
    }

    private void Refuse(string why) =>
        Say($"orrery: boot {Boot}: {why}.\n", _record with { State = BodyState.Refused, Why = why, Port = null });

    private void Start(UserScript script, IReadOnlyDictionary<string, string> environment)
    {
        var start = new ProcessStartInfo("/bin/sh")
        {
            WorkingDirectory = _directory,
            UseShellExecute = false,
            RedirectStandardInput = true,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
        };
        string[] command = ["-c", Supervisor.Script, "orrery", .. script.Interpreter];
        foreach (var argument in command.Append(BodyDirectories.Write(_directory, script.Content)))
        {
            start.ArgumentList.Add(argument);
        }

        start.Environment.Clear();
        foreach (var (name, value) in environment)
        {
            start.Environment[name] = value;
        }

        try
        {
            _process = Process.Start(start)!;
        }
        catch (Win32Exception problem)
        {
            Refuse($"its process could not be started ({problem.Message})");
            return;
        }

        Say($"orrery: boot {Boot}: the user data runs.\n", _record);
        _reading = Task.WhenAll(Task.Run(() => ListenAsync(_process)), Task.Run(() => CopyAsync(_process)));
    }

    // What the supervisor says: which process it is, and with what it ended.
    private async Task ListenAsync(Process process)
    {
        while (await process.StandardOutput.ReadLineAsync() is { } line)
        {
            var parts = line.Split(' ');
            if (parts.Length != 2
                || !int.TryParse(parts[1], NumberStyles.None, CultureInfo.InvariantCulture, out var number))
            {
                continue;
            }

            if (parts[0] == "pid")
            {
                BodyDirectories.Remember(_directory, number);
            }
            else
            {
                await _reporter.SayAsync(
                    $"orrery: boot {Boot}: the user data ended with {number}.\n",
                    _record with { State = BodyState.Ended, ExitCode = number });
            }
        }
    }

    private async Task CopyAsync(Process process)
    {
        var buffer = new char[4096];
        int count;
        while ((count = await process.StandardError.ReadAsync(buffer)) > 0)
        {
            await _reporter.SayAsync(new(buffer, 0, count));
        }
    }

    // Nothing else has been said yet: the reporter has room.
    private void Say(string text, BodyRecord record) =>
        _reporter.SayAsync(text, record).AsTask().GetAwaiter().GetResult();

    private static async Task TellAsync(Process process)
    {
        try
        {
            await process.StandardInput.WriteLineAsync(Supervisor.Stop);
            process.StandardInput.Close();
        }
        catch (IOException)
        {
            // It has gone by itself.
        }
    }
}
