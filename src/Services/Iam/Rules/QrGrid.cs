namespace Orrery.Services.Iam.Rules;

/// <summary>
/// The modules of a QR code as they are laid: patterns first, data around them. Source: ISO/IEC 18004.
/// </summary>
internal sealed class QrGrid
{
    private readonly int _size;
    private readonly bool[,] _taken;

    /// <summary>An empty grid.</summary>
    public QrGrid(int size)
    {
        _size = size;
        Modules = new bool[size, size];
        _taken = new bool[size, size];
    }

    /// <summary>The modules, true for dark ones.</summary>
    public bool[,] Modules { get; }

    /// <summary>Adds what every code of a version has.</summary>
    public void AddPatterns(int version, int[] centres)
    {
        for (var i = 0; i < _size; i++)
        {
            Set(6, i, i % 2 == 0);
            Set(i, 6, i % 2 == 0);
        }

        AddFinder(3, 3);
        AddFinder(3, _size - 4);
        AddFinder(_size - 4, 3);
        foreach (var row in centres)
        {
            foreach (var column in centres)
            {
                if ((row, column) == (6, 6) || (row, column) == (6, centres[^1]) || (row, column) == (centres[^1], 6))
                    continue;
                AddSquare(row, column, 2, distance => distance != 1);
            }
        }

        if (version >= 7) AddVersion(version);
    }

    /// <summary>Adds the level and the mask, twice.</summary>
    public void AddFormat(int bits)
    {
        for (var i = 0; i < 15; i++)
        {
            var dark = ((bits >> i) & 1) == 1;
            var (row, column) = i switch
            {
                < 6 => (i, 8),
                6 => (7, 8),
                7 => (8, 8),
                8 => (8, 7),
                _ => (8, 14 - i),
            };
            Set(row, column, dark);
            if (i < 8) Set(8, _size - 1 - i, dark);
            else Set(_size - 15 + i, 8, dark);
        }

        Set(_size - 8, 8, true);
    }

    /// <summary>Lays the data in its zigzag, with the first mask.</summary>
    public void AddData(byte[] data)
    {
        var bit = 0;
        for (var right = _size - 1; right >= 1; right -= 2)
        {
            if (right == 6) right = 5;
            for (var step = 0; step < _size; step++)
            {
                var upward = ((right + 1) & 2) == 0;
                var row = upward ? _size - 1 - step : step;
                for (var column = right; column > right - 2; column--)
                {
                    if (_taken[row, column]) continue;
                    var dark = bit < data.Length * 8 && ((data[bit >> 3] >> (7 - (bit & 7))) & 1) == 1;
                    Modules[row, column] = dark ^ ((row + column) % 2 == 0);
                    bit++;
                }
            }
        }
    }

    private void AddFinder(int row, int column) =>
        AddSquare(row, column, 4, distance => distance is not (2 or 4));

    private void AddSquare(int row, int column, int radius, Func<int, bool> isDark)
    {
        for (var y = -radius; y <= radius; y++)
        {
            for (var x = -radius; x <= radius; x++)
            {
                if (row + y < 0 || column + x < 0 || row + y >= _size || column + x >= _size) continue;
                Set(row + y, column + x, isDark(Math.Max(Math.Abs(y), Math.Abs(x))));
            }
        }
    }

    private void AddVersion(int version)
    {
        var rest = version;
        for (var i = 0; i < 12; i++) rest = (rest << 1) ^ ((rest >> 11) * 0x1F25);
        var bits = (version << 12) | rest;
        for (var i = 0; i < 18; i++)
        {
            var dark = ((bits >> i) & 1) == 1;
            var (far, near) = (_size - 11 + (i % 3), i / 3);
            Set(far, near, dark);
            Set(near, far, dark);
        }
    }

    private void Set(int row, int column, bool dark)
    {
        Modules[row, column] = dark;
        _taken[row, column] = true;
    }
}
