import Commands

Trama.main()
