using Orrery.Contracts.Instances;

namespace Orrery.Host.Composition;

/// <summary>What the program was told about bodies of instances.</summary>
/// <param name="options">How it was started.</param>
internal sealed class BodySettings(HostOptions options) : IBodySettings
{
    private readonly TaskCompletionSource<Uri> _endpoint = new(TaskCreationOptions.RunContinuationsAsynchronously);

    // One of this program's own: several may run, also in one process.
    private readonly string _name = Path.GetRandomFileName();

    private bool IsEphemeral => options.Ephemeral || options.Store is null;

    private string Passing => Path.Combine(Path.GetTempPath(), "orrery-" + _name);

    /// <inheritdoc/>
    public bool AllowsProcesses => options.AllowsProcessBodies;

    /// <inheritdoc/>
    public string DirectoryOf(string world)
    {
        var parent = IsEphemeral ? Passing : Path.GetDirectoryName(Path.GetFullPath(options.Store!))!;
        return Path.Combine(parent, world + ".bodies");
    }

    /// <summary>Removes the directories of a world that is not kept.</summary>
    public void Discard()
    {
        if (AllowsProcesses && IsEphemeral && Directory.Exists(Passing)) Directory.Delete(Passing, recursive: true);
    }

    /// <inheritdoc/>
    public Task<Uri> EndpointAsync(CancellationToken cancellation) => _endpoint.Task.WaitAsync(cancellation);

    /// <summary>Says on which port the program listens. A process of this machine reaches it by the loopback address,
    /// for which no name has to be found.</summary>
    public void Listens(Uri endpoint)
    {
        var host = endpoint.IsLoopback ? "127.0.0.1" : endpoint.Host;
        _endpoint.TrySetResult(new UriBuilder(endpoint.Scheme, host, endpoint.Port).Uri);
    }
}
