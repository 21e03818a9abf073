using Orrery.Contracts.Contents;

namespace Orrery.Stores.Contents;

/// <summary>Says of a failure of the disk what it means.</summary>
internal static class Problems
{
    // ENOSPC; EDQUOT of Linux and of macOS; ERROR_DISK_FULL and ERROR_HANDLE_DISK_FULL as HRESULTs.
    private static readonly int[] Full = [28, 122, 69, unchecked((int)0x80070070), unchecked((int)0x80070027)];

    /// <summary>Does something with the disk.</summary>
    /// <exception cref="ContentException">The disk refused.</exception>
    public static T Explain<T>(string what, Func<T> work)
    {
        try
        {
            return work();
        }
        catch (Exception problem) when (problem is IOException or UnauthorizedAccessException)
        {
            throw Of(what, problem);
        }
    }

    /// <summary>What a failure means.</summary>
    public static ContentException Of(string what, Exception problem) =>
        new($"Cannot {what}: {problem.Message}", problem) { IsFull = Array.IndexOf(Full, problem.HResult) >= 0 };
}
