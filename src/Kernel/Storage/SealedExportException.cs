namespace Orrery.Kernel.Storage;

/// <summary>An exported world does not open: its passphrase is missing or wrong.</summary>
/// <param name="message">Which of these.</param>
public sealed class SealedExportException(string message) : Exception(message);
