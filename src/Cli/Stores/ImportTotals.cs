namespace Orrery.Cli.Stores;

/// <summary>How far an import is.</summary>
/// <param name="Files">How many files there are.</param>
/// <param name="Bytes">Their bytes.</param>
/// <param name="DoneFiles">How many of them are in the bucket.</param>
/// <param name="DoneBytes">Their bytes.</param>
/// <param name="Skipped">How many were there already.</param>
public sealed record ImportTotals(int Files, long Bytes, int DoneFiles, long DoneBytes, int Skipped);
