namespace Orrery.Cli.Output;

/// <summary>What <c>orrery world export --json</c> answers.</summary>
/// <param name="World">The saved world.</param>
/// <param name="File">The file, as a full path.</param>
/// <param name="Bytes">Its size.</param>
internal sealed record ExportedFile(string World, string File, long Bytes);
