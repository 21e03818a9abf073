using System.Net;
using System.Net.Sockets;
using Orrery.Cli.Env;
using Orrery.Core;
using Orrery.Host;
using Orrery.Host.Admin;

namespace Orrery.Cli.Doctor;

/// <summary>Looks at all that has to be right for clients to work with Orrery.</summary>
internal sealed class Examination(Run run)
{
    private static readonly string[] RegionVariables = ["AWS_REGION", "AWS_DEFAULT_REGION"];

    private readonly List<Finding> _findings = [];

    /// <summary>All findings, in order.</summary>
    public async Task<Finding[]> RunAsync()
    {
        Add("version", Verdict.Good, $"orrery {BuildInfo.Version}");
        var running = await LookAtServerAsync();
        if (!running) LookAtWorldFile();
        LookAtEndpoint();
        LookAtCredentials();
        await LookAtClientsAsync();
        return [.. _findings];
    }

    private void Add(string check, Verdict verdict, string text, string? advice = null) =>
        _findings.Add(new(check, verdict, text, advice));

    private async Task<bool> LookAtServerAsync()
    {
        var place = run.Endpoint.GetLeftPart(UriPartial.Authority);
        try
        {
            var health = await run.Orrery.GetAsync(AdminPaths.Health, AdminJson.Default.HealthView, run.Stop);
            Add("server", Verdict.Good,
                $"answers at {place}: world {health.World}, account {health.Account}, store {health.Store}");
            if (health.Version != BuildInfo.Version)
                Add("server", Verdict.Note, $"it is version {health.Version}, this is {BuildInfo.Version}",
                    "Restart it with this one.");
            return true;
        }
        catch (CliException problem) when (problem.ExitCode == ExitCodes.NotRunning)
        {
            if (!IsPortTaken())
                Add("server", Verdict.Note, $"none runs at {place}; the port is free", "Start one: orrery up");
            else
                Add("server", Verdict.Bad, $"something else holds port {run.Endpoint.Port}",
                    "Stop it, or use another: orrery up --port 4567");
            return false;
        }
        catch (CliException problem)
        {
            Add("server", Verdict.Bad, problem.Message, problem.Hint ?? "Use another port: orrery up --port 4567");
            return true;
        }
    }

    private bool IsPortTaken()
    {
        if (!run.Endpoint.IsLoopback) return false;
        try
        {
            using var listener = new TcpListener(IPAddress.Loopback, run.Endpoint.Port);
            listener.Start();
            return false;
        }
        catch (SocketException)
        {
            return true;
        }
    }

    private void LookAtWorldFile()
    {
        var file = WorldFiles.For("default", run.Context.Environment);
        try
        {
            Directory.CreateDirectory(Path.GetDirectoryName(file)!);
            var exists = File.Exists(file);
            using (new FileStream(
                exists ? file : file + ".doctor", FileMode.OpenOrCreate, FileAccess.ReadWrite, FileShare.ReadWrite))
                Add("world", Verdict.Good, file + (exists ? $" ({new FileInfo(file).Length} bytes)" : " can be made"));
            if (!exists) File.Delete(file + ".doctor");
        }
        catch (Exception problem) when (problem is IOException or UnauthorizedAccessException)
        {
            Add("world", Verdict.Bad, $"{file} cannot be written: {problem.Message}",
                "orrery up --store PATH, or --ephemeral");
        }
    }

    private void LookAtEndpoint()
    {
        var set = run.Variable("AWS_ENDPOINT_URL");
        if (set is null)
        {
            Add("endpoint", Verdict.Bad, "AWS_ENDPOINT_URL is not set: clients would go to AWS",
                "eval \"$(orrery env)\"");
            return;
        }
        if (!Uri.TryCreate(set, UriKind.Absolute, out var uri) || uri.Port != run.Endpoint.Port || !SameHost(uri))
            Add("endpoint", Verdict.Bad, $"AWS_ENDPOINT_URL is {set}, Orrery is at {run.Endpoint}",
                "eval \"$(orrery env)\"");
        else Add("endpoint", Verdict.Good, $"AWS_ENDPOINT_URL is {set}");
        if (run.Variable("AWS_IGNORE_CONFIGURED_ENDPOINT_URLS") == "true")
            Add("endpoint", Verdict.Bad, "AWS_IGNORE_CONFIGURED_ENDPOINT_URLS is true: clients ignore it",
                "unset AWS_IGNORE_CONFIGURED_ENDPOINT_URLS");
    }

    private bool SameHost(Uri uri) =>
        (uri.IsLoopback && run.Endpoint.IsLoopback)
            || uri.Host.Equals(run.Endpoint.Host, StringComparison.OrdinalIgnoreCase)
        || uri.Host.EndsWith(".localhost", StringComparison.OrdinalIgnoreCase);

    private void LookAtCredentials()
    {
        if (run.Variable("AWS_ACCESS_KEY_ID") is not { } key)
            Add("credentials", Verdict.Note, "AWS_ACCESS_KEY_ID is not set: clients use a profile, or sign nothing",
                "eval \"$(orrery env)\"");
        else if (AccountNumber.Is(key)) Add("credentials", Verdict.Good, $"root of account {key}");
        else Add("credentials", Verdict.Good, "an access key is set");
        if (run.Variable("AWS_SESSION_TOKEN") is not null
            && run.Variable("AWS_ACCESS_KEY_ID")?.StartsWith("ASIA", StringComparison.Ordinal) != true)
            Add("credentials", Verdict.Note, "AWS_SESSION_TOKEN is set, but the key is not a temporary one",
                "unset AWS_SESSION_TOKEN");
        if (Array.TrueForAll(RegionVariables, name => run.Variable(name) is null))
            Add("region", Verdict.Note, "AWS_REGION and AWS_DEFAULT_REGION are not set", "eval \"$(orrery env)\"");
    }

    private async Task LookAtClientsAsync()
    {
        foreach (var (name, argument) in ClientTools.Known)
        {
            if (ClientTools.Find(name, run.Context.Environment) is not { } path)
            {
                if (name == "aws") Add("aws", Verdict.Note, "is not on the PATH", "SDKs and Terraform do not need it.");
                continue;
            }
            var version = await ClientTools.VersionAsync(path, argument, run.Stop);
            Add(name, Verdict.Good, version ?? path);
            if (name == "aws" && version?.StartsWith("aws-cli/1.", StringComparison.Ordinal) == true)
                Add("aws", Verdict.Note,
                    $"version 1 ignores AWS_ENDPOINT_URL for {string.Join(", ", ClientVariables.IgnoredByCli1)}",
                    "eval \"$(orrery env --wrapper)\"");
        }
    }
}
