using System.Buffers;
using System.Globalization;
using System.Security.Cryptography;

namespace Orrery.Cli.Stores;

/// <summary>
/// Brings files into a bucket. What is there with the same ETag is left: an import that was broken off goes on where
/// it was, large files at the part where they were. The bytes are checked by their MD5 on arrival.
/// </summary>
/// <param name="store">The bucket.</param>
/// <param name="files">The files.</param>
/// <param name="tell">Is told how far it is.</param>
internal sealed class Importer(StoreClient store, IReadOnlyList<LocalFile> files, Action<ImportTotals> tell)
{
    /// <summary>Files of more bytes are brought in parts of as many, or of more where they would be too many.</summary>
    public const int PartSize = 16 * 1024 * 1024;

    private const int MostParts = 10_000;
    private ImportTotals _totals = new(files.Count, files.Sum(static file => file.Size), 0, 0, 0);

    /// <summary>Brings them.</summary>
    /// <exception cref="CliException">S3 refuses, or a file cannot be read.</exception>
    public async Task<ImportTotals> RunAsync(CancellationToken stop)
    {
        tell(_totals);
        foreach (var file in files)
        {
            try
            {
                await using var bytes = File.OpenRead(file.Path);
                await BringAsync(file with { Size = bytes.Length }, bytes, stop);
            }
            catch (Exception problem) when (problem is IOException or UnauthorizedAccessException)
            {
                throw new CliException($"{file.Path} cannot be read: {problem.Message}");
            }

            _totals = _totals with { DoneFiles = _totals.DoneFiles + 1 };
            tell(_totals);
        }

        return _totals;
    }

    private async Task BringAsync(LocalFile file, FileStream bytes, CancellationToken stop)
    {
        var size = (int)Math.Max(PartSize, (file.Size + MostParts - 1) / MostParts);
        var sums = await SumsAsync(bytes, size, stop);
        var etag = file.Size <= PartSize
            ? Convert.ToHexStringLower(sums[0])
            : Convert.ToHexStringLower(MD5.HashData([.. sums.SelectMany(static sum => sum)]))
                + string.Create(CultureInfo.InvariantCulture, $"-{sums.Count}");
        if (await store.HasAsync(file.Key, etag, stop))
        {
            _totals = _totals with { Skipped = _totals.Skipped + 1 };
            Done(file.Size);
            return;
        }

        bytes.Position = 0;
        if (file.Size > PartSize)
        {
            await BringPartsAsync(file, bytes, size, sums, stop);
            return;
        }

        await store.PutAsync(file.Key, bytes, sums[0], stop);
        Done(file.Size);
    }

    private async Task BringPartsAsync(
        LocalFile file, FileStream bytes, int size, List<byte[]> sums, CancellationToken stop)
    {
        var found = await store.FindUploadAsync(file.Key, stop);
        var upload = found ?? await store.BeginAsync(file.Key, stop);
        var there = found is null ? [] : await store.PartsAsync(file.Key, upload, stop);
        var etags = sums.ConvertAll(Convert.ToHexStringLower);
        var buffer = ArrayPool<byte>.Shared.Rent(size);
        try
        {
            for (var i = 0; i < sums.Count; i++)
            {
                var length = (int)Math.Min(size, file.Size - ((long)i * size));
                if (there.GetValueOrDefault(i + 1) != etags[i])
                {
                    bytes.Position = (long)i * size;
                    await bytes.ReadExactlyAsync(buffer.AsMemory(0, length), stop);
                    await store.PutPartAsync(file.Key, (upload, i + 1), buffer.AsMemory(0, length), sums[i], stop);
                }

                Done(length);
            }
        }
        finally
        {
            ArrayPool<byte>.Shared.Return(buffer);
        }

        await store.CompleteAsync(file.Key, upload, etags, stop);
    }

    // The MD5 of each part; of an empty file that of nothing.
    private static async Task<List<byte[]>> SumsAsync(FileStream bytes, int size, CancellationToken stop)
    {
        var sums = new List<byte[]>();
        var buffer = ArrayPool<byte>.Shared.Rent((int)Math.Max(1, Math.Min(size, bytes.Length)));
        try
        {
            do
            {
                var length = (int)Math.Min(size, bytes.Length - bytes.Position);
                await bytes.ReadExactlyAsync(buffer.AsMemory(0, length), stop);
                sums.Add(MD5.HashData(buffer.AsSpan(0, length)));
            }
            while (bytes.Position < bytes.Length);
        }
        finally
        {
            ArrayPool<byte>.Shared.Return(buffer);
        }

        return sums;
    }

    private void Done(long bytes)
    {
        _totals = _totals with { DoneBytes = _totals.DoneBytes + bytes };
        tell(_totals);
    }
}
