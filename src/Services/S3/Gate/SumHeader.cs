using Orrery.Wire.Checksums;

namespace Orrery.Services.S3.Gate;

/// <summary>A checksum as requests name it.</summary>
/// <param name="Kind">Which it is.</param>
/// <param name="Algorithm">Its algorithm, in capitals: CRC32.</param>
/// <param name="Header">The header or trailer that carries it, in small letters.</param>
internal sealed record SumHeader(DigestKind Kind, string Algorithm, string Header);
