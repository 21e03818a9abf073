namespace Orrery.Tests.Kernel;

/// <summary>A folder that is gone after the test.</summary>
internal sealed class TestFolder : IDisposable
{
    /// <summary>
    /// In memory where there is such a folder: the tests are about what is written, not about the disk.
    /// </summary>
    private const string Memory = "/dev/shm";

    public string Path { get; } = Directory.Exists(Memory)
        ? Directory.CreateDirectory($"{Memory}/{System.IO.Path.GetRandomFileName()}").FullName
        : Directory.CreateTempSubdirectory("orrery-").FullName;

    public void Dispose() => Directory.Delete(Path, recursive: true);
}
