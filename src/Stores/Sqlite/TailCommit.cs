using Orrery.Kernel.Storage;

namespace Orrery.Stores.Sqlite;

/// <summary>A commit of the tail, as memory knows it.</summary>
/// <param name="Tip">The sequence and the instant that it got.</param>
/// <param name="Commit">The commit, as it was proposed.</param>
/// <param name="Rows">The rows that it changed, in the order of its changes.</param>
/// <param name="Bytes">About how much memory that holds.</param>
internal readonly record struct TailCommit(StoreTip Tip, Commit Commit, TailRow[] Rows, long Bytes);
